import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { follow, openSocket } from './live-client.ts'
import { ask, post, staffToken, visitorToken } from './person.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from './test-system.ts'

const faces = mkdtempSync(join(tmpdir(), 'front-faces-'))
mkdirSync(join(faces, 'assets'))
writeFileSync(join(faces, 'index.html'), '<!doctype html><title>Desk</title>')
writeFileSync(join(faces, 'assets/app-1a2b.js'), 'export {}')
writeFileSync(join(faces, 'widget.js'), '/* widget */')

let system: TestSystem
let url: string
beforeAll(async () => {
  system = await startTestSystem({ DESK_DIST: faces, WIDGET_DIST: faces })
  url = system.router.url
})
afterAll(async () => {
  await system?.stop()
  rmSync(faces, { recursive: true })
})

describe('a web hook', () => {
  test('reaches the conversation subgraph byte by byte, with what its provider signed', async () => {
    const body = Buffer.concat([Buffer.from('{"text":"你好 \u0000 '), randomBytes(4_096), Buffer.from('"}')])
    const response = await fetch(`${url}/hooks/telegram/main?a=1&b=%20`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-telegram-bot-api-secret-token': 'secret',
        'x-hub-signature-256': 'sha256=00',
        cookie: 'throughline_session=stolen',
        'x-throughline-identity': 'forged',
        'x-request-id': 'hook-request-1',
      },
      body,
    })
    expect([response.status, await response.text()]).toEqual([202, 'taken'])
    const hook = system.conversation.hooks.at(-1)
    const digest = (bytes: Buffer | undefined) =>
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex')
    expect(digest(hook?.body)).toBe(digest(body))
    expect(hook?.url).toBe('/hooks/telegram/main?a=1&b=%20')
    expect(hook?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-telegram-bot-api-secret-token': 'secret',
      'x-hub-signature-256': 'sha256=00',
      'x-request-id': 'hook-request-1',
    })
    expect(hook?.headers).not.toHaveProperty('cookie')
    expect(hook?.headers).not.toHaveProperty('x-throughline-identity')
  })

  test('of more than 1 MiB is refused before it is forwarded', async () => {
    const before = system.conversation.hooks.length
    const response = await fetch(`${url}/hooks/phone/main`, { method: 'POST', body: randomBytes(1_048_577) })
    expect(response.status).toBe(413)
    expect(system.conversation.hooks).toHaveLength(before)
  })

  test('is to be repeated while the subgraph is down, and the rest goes on', async () => {
    await system.stopConversation()
    const response = await fetch(`${url}/hooks/phone/main`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    const health = await fetch(`${url}/health/ready`)
    expect([health.status, await health.json()]).toMatchObject([
      200,
      { status: 'degraded', parts: { conversation: { status: 'down' }, customer: { status: 'up' } } },
    ])
    const staff = await staffToken(url)
    const answer = await ask<{ customers: unknown[] }>(url, staff, '{ customers { name } }')
    expect(answer.data?.customers).toEqual([{ name: 'Person p1' }])
    await system.startConversation()
    expect((await fetch(`${url}/hooks/phone/main`, { method: 'POST', body: '{}' })).status).toBe(202)
  })
})

describe('a WebSocket', () => {
  const signedIn = async () => {
    const response = await post(`${url}/auth/sign-in`, { email: adminEmail, password: adminPassword })
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }

  test('takes the cookie from our own page only', async () => {
    const cookie = await signedIn()
    const own = await openSocket(url, {}, { cookie, origin: url })
    expect(await own.acknowledged).toBe('{"type":"connection_ack"}')
    own.socket.close()
    const foreign = await openSocket(url, {}, { cookie, origin: 'https://evil.example' })
    expect(await foreign.closed).toBe(4403)
    const hidden = await openSocket(url, {}, { cookie })
    expect(await hidden.closed).toBe(4403)
  })

  test('takes a token from any page, and nobody without proof', async () => {
    const { token } = await visitorToken(url)
    const page = await openSocket(url, { token }, { origin: 'https://elsewhere.example' })
    expect(await page.acknowledged).toBe('{"type":"connection_ack"}')
    page.socket.close()
    expect(await (await openSocket(url)).closed).toBe(4401)
    expect(await (await openSocket(url, { token: 'nonsense' })).closed).toBe(4401)
  })

  test('ends when the sign-in ends', async () => {
    const token = await staffToken(url)
    const { socket, acknowledged, closed } = await openSocket(url, { token })
    await acknowledged
    await post(`${url}/auth/sign-out`, {}, token)
    expect(await closed).toBe(4401)
    socket.terminate()
  })

  test('carries queries and refusals too', async () => {
    const { token } = await visitorToken(url)
    const query = follow<{ conversation: { id: string } }>(url, token, '{ conversation(id: "7") { id } }')
    expect(await query.ended).toBe('complete')
    expect(query.received).toEqual([{ data: { conversation: { id: '7' } } }])
    const refused = follow(url, token, 'subscription { boardChanged { waiting } }')
    expect(await refused.ended).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
    const invalid = follow(url, token, 'subscription { nothing }')
    expect(await invalid.ended).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
    await Promise.all([query, refused, invalid].map((one) => one.stop()))
  })

  test.each([
    ['nonsense', 4400],
    ['{"type":"connection_init"}', 4429],
  ])('ends at %s by the protocol', async (message, code) => {
    const { token } = await visitorToken(url)
    const { socket, acknowledged, closed } = await openSocket(url, { token })
    await acknowledged
    socket.send(message)
    expect(await closed).toBe(code)
  })
})

describe('the faces', () => {
  test('the desk: files for ever, the page never, any address inside gives the page', async () => {
    const page = await fetch(`${url}/desk/conversations/1`, { headers: { accept: 'text/html' } })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Desk</title>')])
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const file = await fetch(`${url}/desk/assets/app-1a2b.js`)
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${url}/desk/assets/gone.js`, { headers: { accept: '*/*' } })).status).toBe(404)
    expect((await fetch(`${url}/desk`, { redirect: 'manual' })).headers.get('location')).toBe('/desk/')
  })

  test('the widget and its demonstration, which loads nothing else', async () => {
    expect(await (await fetch(`${url}/widget.js`)).text()).toBe('/* widget */')
    const page = await (await fetch(`${url}/widget/demo?locale=zh-CN`)).text()
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script src="/widget.js" data-account="main" data-locale="zh-CN" async>',
    ])
    expect(page).not.toMatch(/https?:\/\//)
  })

  test('the playground comes from our own files', async () => {
    const response = await fetch(`${url}/playground/`)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    const scripts = [...(await response.text()).matchAll(/<script[^>]+src="([^"]+)"/g)].map(
      (match) => match[1],
    )
    expect(scripts.length).toBeGreaterThan(1)
    for (const script of scripts) {
      expect((await fetch(new URL(script ?? '', `${url}/playground/`))).status).toBe(200)
    }
  })
})

test('metrics are on a port of their own, and count', async () => {
  const { token } = await visitorToken(url)
  await ask(url, token, '{ conversation(id: "1") { id } }')
  const page = await (await fetch(`http://127.0.0.1:${system.router.metricsPort}/metrics`)).text()
  expect(page).toMatch(/throughline_graphql_operation_seconds_count\{[^}]*operation="query"[^}]*\} [1-9]/)
  expect(page).toContain('throughline_router_live_upstreams')
  expect((await fetch(`${url}/metrics`)).status).toBe(404)
})

test('a request is known by its id from end to end', async () => {
  const given = await fetch(`${url}/health/live`, { headers: { 'x-request-id': 'from-outside-1' } })
  expect(given.headers.get('x-request-id')).toBe('from-outside-1')
  const wild = await fetch(`${url}/health/live`, { headers: { 'x-request-id': 'a b"c' } })
  expect(wild.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('stopping lets the last request end and sends live clients away', async () => {
  const leaving = await system.anotherRouter()
  const token = await staffToken(leaving.url)
  const { acknowledged, closed } = await openSocket(leaving.url, { token })
  await acknowledged
  const { gate } = system.conversation
  let open = () => {}
  Object.assign(gate, { entered: false, open: new Promise<void>((resolve) => (open = resolve)) })
  const last = ask(leaving.url, token, 'mutation { setPresence(status: "last") }')
  await until('the request is on its way', () => gate.entered)
  const stopped = leaving.stop()
  expect(await closed).toBe(1001)
  open()
  expect((await last).data).toEqual({ setPresence: 'last' })
  await stopped
  await expect(fetch(`${leaving.url}/health/live`)).rejects.toThrow()
})
