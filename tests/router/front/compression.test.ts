import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressFiles } from '#platform/setup/compress-files.ts'
import { post, staffToken } from './person.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

const faces = mkdtempSync(join(tmpdir(), 'compressed-faces-'))
const script = `export const words = [${Array.from({ length: 400 }, (_, n) => `'word ${n}'`).join(', ')}]`
mkdirSync(join(faces, 'assets'))
writeFileSync(join(faces, 'index.html'), '<!doctype html><title>Desk</title>')
writeFileSync(join(faces, 'assets/app-1a2b.js'), script)
writeFileSync(join(faces, 'widget.js'), script)
compressFiles(faces)

let system: TestSystem
let staff: string
beforeAll(async () => {
  system = await startTestSystem({ DESK_DIST: faces, WIDGET_DIST: faces })
  staff = await staffToken(system.router.url)
})
afterAll(async () => {
  await system?.stop()
  rmSync(faces, { recursive: true })
})

interface Raw {
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Sends what fetch would decompress by itself. */
function raw(path: string, headers: Record<string, string>, body?: object): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = {
      ...headers,
      ...(body ? { 'content-type': 'application/json', authorization: `Bearer ${staff}` } : {}),
    }
    request(`${system.router.url}${path}`, { method: body ? 'POST' : 'GET', headers: sent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }))
    })
      .once('error', reject)
      .end(body ? JSON.stringify(body) : undefined)
  })
}

const echo = (chars: number) => ({
  query: 'query Echo($id: ID!) { conversation(id: $id) { id again: id } }',
  variables: { id: 'ab '.repeat(chars / 6) },
})
const unpack: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync }

describe('an answer of the graph', () => {
  test.each([
    ['br', 'gzip, deflate, br', 8_000],
    ['br', 'gzip, br;q=1.0', 80_000],
    ['gzip', 'gzip', 8_000],
    ['gzip', 'gzip;q=1, br;q=0.5', 80_000],
    ['br', '*', 8_000],
  ])('leaves as %s to who accepts %s (%i characters)', async (encoding, accepted, chars) => {
    const plain = await raw('/graphql', {}, echo(chars))
    const packed = await raw('/graphql', { 'accept-encoding': accepted }, echo(chars))
    expect(packed.headers['content-encoding']).toBe(encoding)
    expect(packed.headers.vary).toContain('Accept-Encoding')
    expect(packed.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(packed.body.length).toBeLessThan(plain.body.length / 4)
    expect(unpack[encoding]?.(packed.body)).toEqual(plain.body)
    expect(JSON.parse(String(plain.body))).toMatchObject({ data: { conversation: {} } })
  })

  test.each([
    ['it is small', 'br', 600],
    ['nothing is accepted', '', 8_000],
    ['what is accepted is not known', 'compress, zip', 8_000],
    ['it is refused', 'br;q=0, gzip;q=0', 8_000],
    ['everything is refused', '*;q=0', 8_000],
  ])('leaves as it is when %s', async (_when, accepted, chars) => {
    const { headers, body } = await raw('/graphql', { 'accept-encoding': accepted }, echo(chars))
    expect(headers['content-encoding']).toBeUndefined()
    expect(JSON.parse(String(body))).toHaveProperty('data')
  })

  test('is never compressed as an event stream, nor is anything of a sign-in', async () => {
    const accept = { 'accept-encoding': 'br, gzip' }
    const stream = await raw('/graphql', { ...accept, accept: 'text/event-stream' }, echo(8_000))
    expect(stream.headers['content-encoding']).toBeUndefined()
    expect(String(stream.body)).toContain('event: complete')
    const visitor = await post(`${system.router.url}/auth/visitor`, {}, undefined, accept)
    expect(visitor.headers.get('content-encoding')).toBeNull()
  })
})

describe('a file of the faces', () => {
  test.each(['/desk/assets/app-1a2b.js', '/widget.js'])(
    '%s is compressed once, when it is built',
    async (path) => {
      for (const encoding of ['br', 'gzip']) {
        const { headers, body } = await raw(path, { 'accept-encoding': encoding })
        expect(headers['content-encoding']).toBe(encoding)
        expect(headers['content-type']).toMatch(/^(text|application)\/javascript/)
        expect(String(unpack[encoding]?.(body))).toBe(script)
      }
      const plain = await raw(path, {})
      expect(plain.headers['content-encoding']).toBeUndefined()
      expect(String(plain.body)).toBe(script)
    },
  )
})
