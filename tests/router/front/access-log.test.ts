import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '#platform/log/logger.ts'
import { until } from '#platform/testkit/until.ts'
import { documentHash } from '../../../router/documents/document-hash.ts'
import { post, staffToken, visitorToken } from './person.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

const released = 'query Released { customers { id name } }'
const folder = mkdtempSync(join(tmpdir(), 'access-log-'))
const lines: Array<Record<string, unknown>> = []
let system: TestSystem
let url: string
beforeAll(async () => {
  writeFileSync(join(folder, 'operations.json'), JSON.stringify({ [documentHash(released)]: released }))
  const log = createLogger('router', 'debug', {
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  })
  system = await startTestSystem({ WIDGET_DIST: folder }, { log })
  url = system.router.url
})
afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true })
})

const lineOf = (requestId: string) =>
  until('its line is written', () => lines.find((line) => line['requestId'] === requestId))

describe('an answer leaves one line', () => {
  test('that tells what was asked and how it ended, and of whom only a pseudonym', async () => {
    const staff = await staffToken(url)
    const me = await fetch(`${url}/auth/me`, { headers: { authorization: `Bearer ${staff}` } })
    const { account } = (await me.json()) as { account: { id: string } }
    await post(`${url}/graphql`, { query: released }, staff, { 'x-request-id': 'line-1' })
    const line = await lineOf('line-1')
    expect(line).toMatchObject({
      method: 'POST',
      route: '/graphql',
      status: 200,
      viewer: 'staff',
      viewerId: expect.stringMatching(/^[\w-]{16}$/),
      operation: 'Released',
      operationType: 'query',
      operationHash: documentHash(released).slice(0, 16),
      subgraphRequests: 1,
      durationMs: expect.any(Number),
    })
    expect(line).not.toHaveProperty('code')
    expect(JSON.stringify(line)).not.toContain(account.id)
    await post(`${url}/graphql`, { query: released }, staff, { 'x-request-id': 'line-2' })
    expect((await lineOf('line-2'))['viewerId']).toBe(line['viewerId'])
    const { token, visitorId } = await visitorToken(url)
    await post(`${url}/graphql`, { query: released }, token, { 'x-request-id': 'line-3' })
    const visitors = await lineOf('line-3')
    expect(visitors).toMatchObject({ viewer: 'visitor', code: 'GRAPHQL_VALIDATION_FAILED' })
    expect(visitors['viewerId']).not.toBe(line['viewerId'])
    expect(JSON.stringify(lines)).not.toContain(visitorId)
  })

  test('and a refusal at the door its code', async () => {
    await post(`${url}/graphql`, { query: '{ whoAmI }' }, 'no token', { 'x-request-id': 'line-4' })
    expect(await lineOf('line-4')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })
})

test('nothing of a person reaches the log, wherever it was put', async () => {
  const secrets = {
    literal: 'lisa.literal@example.org',
    variable: 'Lisa Variable',
    name: 'LisaName',
    header: 'lisa-header-secret',
    agent: 'LisaAgent/1.0',
    url: 'lisa-in-the-url',
    cookie: 'lisa-cookie-value',
    phone: '+41 79 555 01 23',
    address: '203.0.113.77',
    requestId: 'lisa id@example.org',
  }
  const staff = await staffToken(url)
  const headers = {
    'x-custom': secrets.header,
    'user-agent': secrets.agent,
    'x-forwarded-for': secrets.address,
    referer: `https://shop.example/${secrets.url}`,
    'x-request-id': secrets.requestId,
  }
  const query = `query ${secrets.name}($v: ID!) { conversation(id: $v) { id } other: conversation(id: "${secrets.literal} ${secrets.phone}") { id } }`
  const body = { query, variables: { v: secrets.variable } }
  const asked = [
    post(`${url}/graphql`, body, staff, headers),
    post(`${url}/graphql`, body, undefined, { ...headers, cookie: `throughline_session=${secrets.cookie}` }),
    post(`${url}/graphql`, { ...body, query: `${query} {` }, staff, headers),
    post(`${url}/graphql`, { ...body, operationName: secrets.url }, staff, headers),
    fetch(`${url}/graphql?query=${encodeURIComponent(query)}&x=${secrets.url}`, { headers }),
    fetch(`${url}/${secrets.url}?${secrets.url}`, { headers }),
    fetch(`${url}/hooks/phone/${secrets.url}`, { method: 'POST', headers, body: secrets.literal }),
    post(`${url}/auth/sign-in`, { email: secrets.literal, password: secrets.variable }, undefined, headers),
    post(`${url}/graphql`, `"${secrets.literal}`, staff, headers),
  ]
  const before = lines.filter((line) => line['msg'] === 'answered').length
  const ids = await Promise.all(asked.map(async (answer) => (await answer).headers.get('x-request-id')))
  for (const id of ids) await lineOf(String(id))
  expect(lines.filter((line) => line['msg'] === 'answered').length).toBeGreaterThanOrEqual(before + 1)
  const all = JSON.stringify(lines)
  for (const [where, secret] of Object.entries(secrets)) expect(all, where).not.toContain(secret)
  expect(all).not.toContain(staff)
  expect(JSON.stringify(lines.filter((line) => line['msg'] === 'answered'))).not.toContain('127.0.0.1')
})
