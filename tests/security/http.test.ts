import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AttackedSystem, send, startAttackedSystem, stillServes } from './attacked-system.ts'
import { besideABystander } from './bystander.ts'
import { beginTls, openRaw, sendRaw } from './raw-http.ts'

let attacked: AttackedSystem
let url: string
beforeAll(async () => {
  attacked = await startAttackedSystem({ REQUEST_TIMEOUT_MS: '1000' })
  url = attacked.url
})
afterAll(() => attacked?.stop())

const query = '{"query":"{ whoAmI }"}'
const request = (head: string[], body = '') =>
  `${['POST /graphql HTTP/1.1', 'host: router', 'content-type: application/json', 'connection: close', ...head].join('\r\n')}\r\n\r\n${body}`
const statusOf = (text: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])

describe('requests that two servers would read differently', () => {
  const smuggled = 'GET /smuggled HTTP/1.1\r\nhost: router\r\n\r\n'
  test.each([
    ['a length and chunks', ['content-length: 6', 'transfer-encoding: chunked'], `0\r\n\r\n${smuggled}`],
    ['chunks and a length', ['transfer-encoding: chunked', 'content-length: 6'], `0\r\n\r\n${smuggled}`],
    ['two lengths', ['content-length: 22', 'content-length: 60'], query + smuggled],
    ['a length with a sign', ['content-length: +22'], query],
    ['a length that is none', ['content-length: 0x16'], query],
    ['a negative length', ['content-length: -1'], query],
    ['chunks by another name', ['transfer-encoding: xchunked'], `0\r\n\r\n${smuggled}`],
    ['chunks twice', ['transfer-encoding: chunked, chunked'], `0\r\n\r\n${smuggled}`],
    ['a space before the colon', ['content-length : 22'], query],
    ['a folded header', ['x-a: 1\r\n transfer-encoding: chunked', 'content-length: 22'], query],
    ['a header without a name', [': 22'], query],
    ['a zero byte in a header', ['x-a: a\u0000b'], query],
    ['a bare line feed', ['x-a: 1\nx-b: 2'], query],
    ['a chunk size that is none', ['transfer-encoding: chunked'], 'zz\r\n'],
    [
      'a chunk larger than it says',
      ['transfer-encoding: chunked'],
      '5\r\n{"query":"{ whoAmI }"}\r\n0\r\n\r\n',
    ],
    [
      'a chunk extension without end (CVE-2024-22019)',
      ['transfer-encoding: chunked'],
      `1;${'a'.repeat(30_000)}`,
    ],
  ])('%s: refused, and nothing behind it is read', async (_name, head, body) => {
    const text = await sendRaw(url, request(head, body))
    expect(statusOf(text)).toBeGreaterThanOrEqual(400)
    expect(text.match(/HTTP\/1\.1 \d/g)).toHaveLength(1)
    expect(text).not.toContain('smuggled')
  })

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.0\r\n\r\n'],
    ['HTTP/2 without being asked', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a version that there is not', 'GET /graphql HTTP/9.9\r\nhost: router\r\n\r\n'],
    ['no version', 'GET /graphql\r\n\r\n'],
    ['no host', 'GET /graphql HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['a method that there is not', 'STEAL /graphql HTTP/1.1\r\nhost: router\r\n\r\n'],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n'],
    [
      'an address with a line break',
      'GET /graphql?a=\rb HTTP/1.1\r\nhost: router\r\nconnection: close\r\n\r\n',
    ],
  ])('%s', async (_name, text) => {
    const answer = await sendRaw(url, text)
    if (answer) expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(await stillServes(attacked)).toBe(true)
  })

  test('TLS where there is none', async () => {
    expect(await beginTls(url)).toBeInstanceOf(Error)
    expect(await stillServes(attacked)).toBe(true)
  })

  test('a trace is not sent back', async () => {
    const text = await sendRaw(
      url,
      'TRACE /graphql HTTP/1.1\r\nhost: router\r\nx-secret: s3cr3t\r\nconnection: close\r\n\r\n',
    )
    expect(statusOf(text)).toBeGreaterThanOrEqual(400)
    expect(text).not.toContain('s3cr3t')
  })
})

describe('headers', () => {
  test('of more than 16 kB are refused, whether few or many', async () => {
    const large = await sendRaw(url, request([`x-a: ${'a'.repeat(20_000)}`]))
    const many = await sendRaw(url, request(Array.from({ length: 3_000 }, (_, n) => `x-${n}: 1`)))
    expect([statusOf(large), statusOf(many)]).toEqual([431, 431])
  })

  test('cannot be brought into the answer: neither the host nor an id with line breaks', async () => {
    const head = [
      'host: evil.example',
      'x-forwarded-host: evil.example',
      'x-request-id: a%0d%0aset-cookie: b',
      'content-length: 22',
    ]
    for (const path of ['/', '/desk', '/graphql', '/nothing', '/auth/me']) {
      const lines = [`GET ${path} HTTP/1.1`, ...head.slice(0, 3), 'connection: close', '', '']
      const text = await sendRaw(url, lines.join('\r\n'))
      expect(text).not.toMatch(/evil\.example|set-cookie: b/i)
    }
  })

  test.each([
    ['accept', `${',;q='.repeat(3_500)}x`],
    ['accept', `text/${'*,'.repeat(6_000)}`],
    ['accept-language', `zh${'-a'.repeat(6_000)}`],
    ['authorization', `Bearer${' '.repeat(14_000)}x`],
    ['authorization', `Bearer ${'a.'.repeat(7_000)}`],
    ['content-type', `application/json${';charset='.repeat(1_500)}`],
    ['content-type', `application/json;${' '.repeat(14_000)}x`],
    ['cookie', 'a=;'.repeat(4_500)],
    ['cookie', `throughline_session=${'"'.repeat(14_000)}`],
    ['traceparent', `00-${'0'.repeat(14_000)}-`],
    ['x-request-id', `${'a'.repeat(14_000)}!`],
    ['origin', `http://${'a.'.repeat(7_000)}`],
    ['x-forwarded-for', `${'1.1.1.1,'.repeat(1_700)}x`],
    ['baggage', 'a=b,'.repeat(3_500)],
  ])('%s full of what patterns stumble on holds up nobody (%#)', async (name, value) => {
    await besideABystander(attacked, async () => {
      const sent = Array.from({ length: 30 }, () => send(url, attacked.staff, query, { [name]: value }))
      for (const { status } of await Promise.all(sent)) expect(status).toBeLessThan(500)
    })
  })
})

describe('bodies', () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000, ' '))

  test.each(['gzip', 'deflate', 'br', 'gzip, gzip', 'identity, gzip'])(
    'that are compressed (%s) are not unpacked (CVE-2024-28101)',
    async (encoding) => {
      for (const path of ['/graphql', '/partner/graphql', '/auth/sign-in', '/auth/visitor']) {
        const response = await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': encoding },
          body: new Uint8Array(bomb),
        })
        expect(response.status).toBeGreaterThanOrEqual(400)
        expect(response.status).toBeLessThan(500)
      }
    },
  )

  test.each(['/graphql', '/partner/graphql', '/auth/sign-in', '/hooks/telegram/main'])(
    'without a length are cut off where they are too long: %s',
    async (path) => {
      const connection = await openRaw(url)
      connection.write(
        `POST ${path} HTTP/1.1\r\nhost: router\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
      )
      const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
      let sent = 0
      while (!connection.received() && !connection.socket.destroyed && sent < 200) {
        await new Promise((resolve) => connection.socket.write(chunk, resolve))
        sent++
      }
      expect(statusOf(await connection.until(/^HTTP/))).toBe(413)
      expect(sent).toBeLessThan(200)
      connection.socket.destroy()
    },
  )

  test.each([
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['UTF-16', Buffer.from(query, 'utf16le')],
    ['empty', Buffer.from('')],
    ['zeros', Buffer.alloc(10_000)],
  ])('that are %s are refused with a code', async (_what, bytes) => {
    const answer = await send(url, attacked.staff, new Uint8Array(bytes))
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  })
})

describe('slow clients', () => {
  test('that never finish their headers or bodies are cut off, and meanwhile hold up nobody', async () => {
    const beginnings = [
      'POST /graphql HTTP/1.1\r\nhost: router\r\nx-a: ',
      'POST /graphql HTTP/1.1\r\nhost: router\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{',
      'P',
    ]
    const slow = await Promise.all(Array.from({ length: 150 }, () => openRaw(url)))
    await besideABystander(attacked, async () => {
      slow.forEach(({ write }, index) => write(beginnings[index % 3] as string))
      await Promise.all(slow.map(({ closed }) => closed))
    })
    for (const { received } of slow) expect(received()).toMatch(/^(HTTP\/1\.1 408 |$)/)
  })
})

describe('files', () => {
  test.each([
    '/desk/../../package.json',
    '/desk/%2e%2e/%2e%2e/package.json',
    '/desk/..%2f..%2fpackage.json',
    '/desk/....//....//package.json',
    '/desk/%00package.json',
    '/desk//etc/passwd',
    '/desk/assets/..%5c..%5cpackage.json',
    '/playground/..%2f..%2f..%2fpackage.json',
    '/widget.js/../../package.json',
    '/.env',
    '/.git/config',
  ])('outside of what is served are not given: %s', async (path) => {
    const text = await sendRaw(url, `GET ${path} HTTP/1.1\r\nhost: router\r\nconnection: close\r\n\r\n`)
    expect(statusOf(text)).toBeGreaterThanOrEqual(400)
    expect(text).not.toMatch(/"workspaces"|root:x|\[core\]/)
  })
})

test('answers tell nothing about what answers', async () => {
  for (const path of ['/nothing', '/graphql', '/auth/me', '/partner/graphql', '/metrics', '/%']) {
    const response = await fetch(`${url}${path}`)
    expect(response.headers.get('x-powered-by')).toBeNull()
    expect(response.headers.get('server')).toBeNull()
    expect(await response.text()).not.toMatch(/fastify|apollo|\bat \S+ \(|node_modules|\.ts\b/i)
  }
})
