import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '#platform/testkit/until.ts'
import { type AttackedSystem, startAttackedSystem, stillServes } from './attacked-system.ts'
import { besideABystander, heldBytes } from './bystander.ts'
import { openRaw } from './raw-http.ts'
import { openGreeted, openRawSocket } from './raw-socket.ts'

let attacked: AttackedSystem
let url: string
beforeAll(async () => {
  attacked = await startAttackedSystem()
  url = attacked.url
})
afterAll(() => attacked?.stop())
afterEach(async () => {
  expect(await stillServes(attacked)).toBe(true)
})

const subscribe = (id: unknown, query = 'subscription { messageAdded(conversationId: "c1") { sequence } }') =>
  JSON.stringify({ id, type: 'subscribe', payload: { query } })
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

describe('before the client has proved who it is', () => {
  test.each<[string, string, number]>([
    ['a subscription', subscribe('1'), 4401],
    ['a query', subscribe('1', '{ whoAmI }'), 4401],
    ['a token that is none', '{"type":"connection_init","payload":{"token":"none"}}', 4401],
    ['a token that is an object', '{"type":"connection_init","payload":{"token":{"a":1}}}', 4401],
    ['a prototype as payload', '{"type":"connection_init","payload":{"__proto__":{"token":"x"}}}', 4401],
    ['no payload', '{"type":"connection_init"}', 4401],
    ['a list as payload', '{"type":"connection_init","payload":[]}', 4400],
    ['the older protocol', '{"type":"start","id":"1","payload":{"query":"{ whoAmI }"}}', 4400],
  ])('%s ends it', async (_what, message, code) => {
    const socket = await openRawSocket(url)
    socket.text(message)
    expect(await socket.closeCode()).toBe(code)
  })

  test('many greetings are one too many', async () => {
    const socket = await openRawSocket(url)
    const greeting = JSON.stringify({ type: 'connection_init', payload: { token: attacked.visitor } })
    for (let n = 0; n < 100; n++) socket.text(greeting)
    expect(await socket.closeCode()).toBe(4429)
  })

  test('silence ends it', async () => {
    const socket = await openRawSocket(url)
    expect(await socket.closeCode()).toBe(4408)
  })
})

describe('messages', () => {
  test.each<[string, string, number]>([
    ['what is not JSON (CVE-2021-43801)', '{"type":', 4400],
    ['null', 'null', 4400],
    ['a number', '1e999', 4400],
    ['a list', '[]', 4400],
    ['a list of great depth', nested(100_000), 4400],
    ['no type', '{}', 4400],
    ['a type of the prototype', '{"type":"__proto__"}', 4400],
    ['a type that is a list', '{"type":["subscribe"]}', 4400],
    ['no id', '{"type":"subscribe","payload":{"query":"{ whoAmI }"}}', 4400],
    ['no payload', '{"id":"a","type":"subscribe"}', 4400],
    ['an id that is a number', subscribe(1), 4400],
    ['an empty id', subscribe(''), 4400],
    ['an id of ten thousand characters', subscribe('x'.repeat(10_000)), 4400],
  ])('%s ends the connection', async (_what, message, code) => {
    const socket = await openGreeted(url, attacked.visitor)
    socket.text(message)
    expect(await socket.closeCode()).toBe(code)
  })

  test.each([
    ['short', '1'],
    ['as long as it may be', 'x'.repeat(100)],
    ['of characters that take more bytes', '中'.repeat(100)],
    ['with line breaks', 'a\r\nb'.repeat(20)],
  ])('one id twice ends it, however it is written: %s', async (_how, id) => {
    const socket = await openGreeted(url, attacked.visitor)
    socket.text(subscribe(id))
    socket.text(subscribe(id))
    expect(await socket.closeCode()).toBe(4409)
  })

  test.each<[string, unknown, string]>([
    ['null', null, 'BAD_USER_INPUT'],
    ['a list', [], 'BAD_USER_INPUT'],
    ['no query', {}, 'BAD_USER_INPUT'],
    ['a batch', [{ query: '{ whoAmI }' }], 'BAD_USER_INPUT'],
    [
      'depth, which others do not bound here (CVE-2026-30241)',
      { query: `subscription { a ${'{ a '.repeat(300)}${'}'.repeat(300)} }` },
      'QUERY_TOO_COMPLEX',
    ],
    [
      'aliases',
      {
        query: `subscription { messageAdded(conversationId: "c1") { ${Array.from({ length: 50 }, (_, n) => `a${n}: text`).join(' ')} } }`,
      },
      'QUERY_TOO_COMPLEX',
    ],
    [
      'two root fields',
      { query: 'subscription { messageAdded(conversationId: "c1") { sequence } boardChanged { waiting } }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'another one’s topic by an alias',
      { query: 'subscription { messageAdded: boardChanged { waiting } }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a prototype in the variables',
      JSON.parse(
        '{"query":"query ($id: ID!) { conversation(id: $id) { id } }","variables":{"id":"1","__proto__":{"a":1}}}',
      ),
      'BAD_USER_INPUT',
    ],
    [
      'a cursor that is none',
      { query: 'subscription { messageAdded(conversationId: "c1", after: "../../etc") { sequence } }' },
      'LIVE_CURSOR_INVALID',
    ],
  ])('%s is refused by its code, and the connection goes on', async (_what, payload, code) => {
    const socket = await openGreeted(url, attacked.visitor)
    socket.text(JSON.stringify({ id: 'a', type: 'subscribe', payload }))
    expect(await socket.until(/"type":"(error|next)"[^\n]*\}\]/)).toContain(`"code":"${code}"`)
    socket.text(subscribe('b', '{ conversation(id: "1") { id } }'))
    await socket.until(/"id":"b","type":"next"/)
    socket.socket.destroy()
  })

  test('more operations than a connection carries are refused, not kept', async () => {
    const socket = await openGreeted(url, attacked.visitor)
    for (let n = 0; n < 150; n++) socket.text(subscribe(`s${n}`))
    await socket.until(/TOO_MANY/)
    expect(attacked.system.router.live.upstreams).toBeLessThanOrEqual(101)
    socket.socket.destroy()
    await until('all are gone', () => attacked.system.router.live.upstreams === 0)
  })

  test('who comes and goes as fast as it can leaves nothing behind (CVE-2023-22477)', async () => {
    const round = async () => {
      await Promise.all(
        Array.from({ length: 25 }, async () => {
          const socket = await openGreeted(url, attacked.visitor)
          for (let n = 0; n < 10; n++) {
            socket.text(subscribe(`s${n}`))
            if (n % 2) socket.text(JSON.stringify({ id: `s${n}`, type: 'complete' }))
          }
          socket.frame(0x88, Buffer.from([0x03, 0xe8]))
          // after the farewell: another subscription, and what is no JSON
          socket.text(subscribe('late'))
          socket.text('{"type"')
          socket.socket.resetAndDestroy()
        }),
      )
      await until('all are gone', () => attacked.system.router.live.upstreams === 0)
    }
    await round()
    const before = heldBytes()
    await round()
    await round()
    // 50 connections with 500 subscriptions: nothing of them may stay
    expect(heldBytes() - before).toBeLessThan(50 * 100_000)
  })
})

describe('frames', () => {
  const masked = Buffer.from('{"type":"ping"}')
  test.each<[string, number, string | Buffer, number | undefined]>([
    ['binary', 0x82, masked, 4400],
    ['reserved bits', 0xf1, masked, 1002],
    ['compressed, though nobody agreed to it', 0xc1, masked, 1002],
    ['a kind that there is not', 0x83, masked, 1002],
    ['a continuation of nothing', 0x80, masked, 1002],
    ['a fragmented ping', 0x09, 'x', 1002],
    ['a ping of more than 125 bytes', 0x89, 'x'.repeat(126), 1002],
    ['text that is not UTF-8', 0x81, Buffer.from([0xff, 0xfe]), 1007],
    ['a farewell of one byte', 0x88, 'x', 1002],
    ['a farewell with a code that there is not', 0x88, Buffer.from([0, 5]), 1002],
    ['more than a message may hold', 0x81, 'x'.repeat(2_000_000), 1009],
  ])('%s end the connection', async (_what, first, payload, code) => {
    const socket = await openRawSocket(url)
    socket.frame(first, payload)
    expect(await socket.closeCode()).toBe(code)
  })

  test('without a mask, or of a length that no memory has, too', async () => {
    const bare = await openRawSocket(url)
    bare.frame(0x81, masked, false)
    expect(await bare.closeCode()).toBe(1002)
    const huge = await openRawSocket(url)
    huge.write(Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]))
    expect(await huge.closeCode()).toBe(1009)
  })

  test('a message in endless fragments ends where a whole one would', async () => {
    const socket = await openRawSocket(url)
    socket.frame(0x01, 'x'.repeat(10_000))
    for (let n = 0; n < 150; n++) socket.frame(0x00, 'x'.repeat(10_000))
    expect(await socket.closeCode()).toBe(1009)
  })

  test('fragments of nothing hold up nobody', async () => {
    await besideABystander(attacked, async () => {
      const socket = await openRawSocket(url)
      socket.frame(0x01, '')
      for (let n = 0; n < 20_000; n++) socket.frame(0x00, '')
      socket.frame(0x80, '{}')
      expect([4400, 1008]).toContain(await socket.closeCode())
    })
  })

  test.each([
    [
      'pings of the protocol',
      (socket: Awaited<ReturnType<typeof openGreeted>>) => socket.frame(0x89, 'x'.repeat(125)),
    ],
    [
      'pings of the sub-protocol',
      (socket: Awaited<ReturnType<typeof openGreeted>>) => socket.text('{"type":"ping"}'),
    ],
    [
      'answers to no question',
      (socket: Awaited<ReturnType<typeof openGreeted>>) => socket.frame(0x8a, 'x'.repeat(125)),
    ],
    [
      'ends of nothing',
      (socket: Awaited<ReturnType<typeof openGreeted>>) => socket.text('{"id":"x","type":"complete"}'),
    ],
    [
      'subscriptions that are refused',
      (socket: Awaited<ReturnType<typeof openGreeted>>) => socket.text(subscribe('x', '{ nothing }')),
    ],
  ])('a flood of %s holds up nobody', async (_what, write) => {
    await besideABystander(attacked, async () => {
      const sockets = await Promise.all(Array.from({ length: 5 }, () => openGreeted(url, attacked.visitor)))
      for (const socket of sockets) {
        for (let n = 0; n < 1_000; n++) write(socket)
        socket.text('no JSON: the end')
      }
      await Promise.all(sockets.map((socket) => socket.closeCode()))
    })
  })
})

describe('the way up', () => {
  test('compression is not agreed to: a small message stays small', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: true,
    })
    await new Promise((resolve) => socket.once('open', resolve))
    expect(socket.extensions).toBe('')
    socket.terminate()
  })

  test.each([
    [
      'another path',
      'GET /other HTTP/1.1',
      ['sec-websocket-version: 13', 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ=='],
    ],
    ['no key', 'GET /graphql HTTP/1.1', ['sec-websocket-version: 13']],
    ['a key that is none', 'GET /graphql HTTP/1.1', ['sec-websocket-version: 13', 'sec-websocket-key: x']],
    [
      'another version',
      'GET /graphql HTTP/1.1',
      ['sec-websocket-version: 99', 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ=='],
    ],
    [
      'another method',
      'POST /graphql HTTP/1.1',
      ['sec-websocket-version: 13', 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ=='],
    ],
    [
      'another protocol',
      'GET /graphql HTTP/1.1',
      [
        'sec-websocket-version: 13',
        'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol: ,,;"',
      ],
    ],
  ])('is refused with %s', async (_what, line, headers) => {
    const connection = await openRaw(url)
    connection.write(
      [line, 'host: router', 'connection: upgrade', 'upgrade: websocket', ...headers, '', ''].join('\r\n'),
    )
    expect(await connection.closed).toMatch(/^HTTP\/1\.1 4\d\d /)
  })
})
