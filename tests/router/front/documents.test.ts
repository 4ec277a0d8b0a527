import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLogger } from '#platform/log/logger.ts'
import { documentHash } from '../../../router/documents/document-hash.ts'
import { readEventStream } from './live-client.ts'
import { codeOf, partnerKey, post, staffToken, type GraphAnswer, visitorToken } from './person.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

const folder = mkdtempSync(join(tmpdir(), 'documents-'))
const widgetDist = join(folder, 'widget')
const partners = join(folder, 'partners')
const manifest = (...texts: string[]) =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [documentHash(text), text])))

const shown = 'query Shown($id: ID!) { conversation(id: $id) { id } }'
const several = 'query One { conversation(id: "1") { id } } query Two { conversation(id: "2") { id } }'
const unfit = 'query Unfit { nothingOfThisName }'
const partnersOwn = 'query Export { conversations { id } }'
mkdirSync(widgetDist)
mkdirSync(partners)
writeFileSync(join(widgetDist, 'operations.json'), manifest(shown, several, unfit))
writeFileSync(join(partners, 'acme.json'), manifest(partnersOwn))
writeFileSync(join(partners, 'README.md'), 'not a manifest')

const lines: string[] = []
let system: TestSystem
let valkey: Redis
beforeAll(async () => {
  const log = createLogger('router', 'warn', { write: (line) => void lines.push(line) })
  system = await startTestSystem({ WIDGET_DIST: widgetDist, TRUSTED_DOCUMENTS: partners }, { log })
  valkey = new Redis(process.env.VALKEY_URL as string)
})
afterAll(async () => {
  valkey?.disconnect()
  await system?.stop()
  rmSync(folder, { recursive: true })
})

const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: documentHash(query) } })

async function ask<D>(url: string, token: string | undefined, body: object): Promise<GraphAnswer<D>> {
  const response = await post(`${url}/graphql`, body, token)
  return { status: response.status, ...((await response.json()) as Omit<GraphAnswer<D>, 'status'>) }
}

describe('an automatic persisted query', () => {
  test('is known by its hash after its text came once, to every router and on every way in', async () => {
    const { url } = system.router
    const other = await system.anotherRouter()
    const token = await staffToken(url)
    const query = '{ conversation(id: "apq") { id } }'
    const extensions = persisted(query)
    const unknown = await ask(url, token, { extensions })
    expect([unknown.status, codeOf(unknown), unknown.errors?.[0]?.message]).toEqual([
      200,
      'PERSISTED_QUERY_NOT_FOUND',
      'PersistedQueryNotFound',
    ])
    const data = { conversation: { id: 'apq' } }
    expect((await ask(url, token, { query, extensions })).data).toEqual(data)
    for (const base of [url, other.url]) {
      expect((await ask(base, token, { extensions })).data).toEqual(data)
      const address = `${base}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`
      const headers = { authorization: `Bearer ${token}` }
      expect(await (await fetch(address, { headers })).json()).toEqual({ data })
      const stream = await fetch(address, { headers: { ...headers, accept: 'text/event-stream' } })
      expect((await readEventStream(stream).next()).value).toEqual({ data })
    }
  })

  test('has the hash of its text, or is refused', async () => {
    const { url } = system.router
    const token = await staffToken(url)
    const wrong = { query: '{ whoAmI }', extensions: persisted('{ conversations { id } }') }
    expect(codeOf(await ask(url, token, wrong))).toBe('PERSISTED_QUERY_HASH_MISMATCH')
    expect(codeOf(await ask(url, token, { extensions: wrong.extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND')
    const known = { query: '{ whoAmI }', extensions: persisted('{ whoAmI }') }
    await ask(url, token, known)
    const swapped = await ask(url, token, { ...known, query: '{ conversations { id } }' })
    expect(codeOf(swapped)).toBe('PERSISTED_QUERY_HASH_MISMATCH')
  })

  test('is not believed by the store: another text under a hash is no document', async () => {
    const token = await staffToken(system.router.url)
    const query = '{ conversation(id: "poison") { id } }'
    const key = `{${system.prefix}}:router:document:${documentHash(query)}`
    await valkey.set(key, 'mutation { setPresence(status: "poison") }', 'PX', 60_000)
    const answer = await ask(system.router.url, token, { extensions: persisted(query) })
    expect(codeOf(answer)).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  test.each<[string, string, () => Promise<string | undefined>]>([
    ['of nobody', '{ __typename }', async () => undefined],
    ['that is too large', `{ __typename #${'x'.repeat(17_000)}\n }`, () => staffToken(system.router.url)],
  ])('%s is executed and not kept', async (_what, query, tokenOf) => {
    const { url } = system.router
    const token = await tokenOf()
    const extensions = persisted(query)
    expect((await ask(url, token, { query, extensions })).data).toEqual({ __typename: 'Query' })
    expect(codeOf(await ask(url, token, { extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  test('beyond a viewer’s share of the minute is executed and not kept', async () => {
    const { url } = await system.anotherRouter({ PERSISTED_DOCUMENTS_PER_MINUTE: '2' })
    const token = await staffToken(url)
    const kept = []
    for (const id of ['a', 'b', 'c']) {
      const query = `{ conversation(id: "${id}") { id } }`
      const extensions = persisted(query)
      expect((await ask(url, token, { query, extensions })).data).toEqual({ conversation: { id } })
      kept.push((await ask(url, token, { extensions })).errors === undefined)
    }
    expect(kept).toEqual([true, true, false])
    const { token: visitor } = await visitorToken(url)
    const query = '{ conversation(id: "d") { id } }'
    await ask(url, visitor, { query, extensions: persisted(query) })
    expect((await ask(url, visitor, { extensions: persisted(query) })).errors).toBeUndefined()
  })

  test.each([{ version: 2, sha256Hash: documentHash('x') }, { version: 1, sha256Hash: '../x' }, 'x', {}])(
    'written as %j is no request',
    async (persistedQuery) => {
      expect((await ask(system.router.url, undefined, { extensions: { persistedQuery } })).status).toBe(400)
    },
  )
})

describe('a trusted document', () => {
  const asked = (query: string, more: object = {}) => ({
    documentId: `sha256:${documentHash(query)}`,
    ...more,
  })

  test('is known from the start by its hash, from the faces and from the given folders', async () => {
    const { url } = system.router
    const token = await staffToken(url)
    const variables = { id: '7' }
    expect((await ask(url, token, asked(shown, { variables }))).data).toEqual({ conversation: { id: '7' } })
    const named = asked(shown, { variables, operationName: 'Shown' })
    expect((await ask(url, token, named)).data).toEqual({ conversation: { id: '7' } })
    const second = asked(several, { operationName: 'Two' })
    expect((await ask(url, token, second)).data).toEqual({ conversation: { id: '2' } })
    expect((await ask(url, token, asked(partnersOwn))).data).toEqual({ conversations: [] })
    const misnamed = asked(shown, { variables, operationName: 'Else' })
    expect(codeOf(await ask(url, token, misnamed))).toBe('OPERATION_RESOLUTION_FAILURE')
    expect(codeOf(await ask(url, token, asked(shown, { query: '{ whoAmI }' })))).toBe(
      'PERSISTED_QUERY_HASH_MISMATCH',
    )
  })

  test('is all that those may execute who are limited to them; the rest is not even parsed', async () => {
    const { url } = await system.anotherRouter({ TRUSTED_DOCUMENTS_ONLY: 'anonymous,visitor' })
    const { token } = await visitorToken(url)
    const variables = { id: '7' }
    for (const body of [asked(shown, { variables }), { query: shown, variables }]) {
      expect((await ask(url, token, body)).data).toEqual({ conversation: { id: '7' } })
    }
    const refused = [
      { query: '{ conversation(id: "7") { id } }' },
      { query: '{ this is no GraphQL' },
      { query: `${shown} ` },
      { extensions: persisted('{ whoAmI }') },
      { query: shown, extensions: persisted('{ whoAmI }') },
    ]
    for (const body of refused) {
      expect(codeOf(await ask(url, token, body))).toBe('DOCUMENT_NOT_TRUSTED')
      expect(codeOf(await ask(url, undefined, body))).toBe('DOCUMENT_NOT_TRUSTED')
    }
    const status = await post(`${url}/graphql`, refused[0], token, {
      accept: 'application/graphql-response+json',
    })
    expect(status.status).toBe(403)
    const staff = await staffToken(url)
    expect((await ask(url, staff, { query: '{ conversation(id: "8") { id } }' })).errors).toBeUndefined()
  })

  test('is all that a partner may execute, where they are limited to them', async () => {
    const { url } = await system.anotherRouter({ TRUSTED_DOCUMENTS_ONLY: 'partner' })
    const { key } = await partnerKey(url)
    const partner = async (body: object) =>
      (await post(`${url}/partner/graphql`, body, undefined, { 'x-api-key': key })).json()
    const variables = { id: '7' }
    for (const body of [asked(shown, { variables }), { query: shown, variables }]) {
      expect(await partner(body)).toEqual({ data: { conversation: { id: '7' } } })
    }
    expect(await partner({ query: '{ conversation(id: "7") { id } }' })).toMatchObject({
      errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }],
    })
  })

  test('gives nobody more rights than they have', async () => {
    const { token } = await visitorToken(system.router.url)
    expect(codeOf(await ask(system.router.url, token, asked(partnersOwn)))).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('that does not fit the supergraph is told to the log, and the rest goes on', () => {
    const told = lines.filter((line) => line.includes('does not fit'))
    expect(told[0]).toContain('"Unfit"')
    expect(told[0]).toContain('GRAPHQL_VALIDATION_FAILED')
    expect(told[0]).not.toContain('nothingOfThisName')
  })

  test.each([
    ['a hash that belongs to another text', JSON.stringify({ [documentHash('x')]: shown })],
    ['a document that is no GraphQL', manifest('{')],
    ['something else', '[]'],
  ])('in a manifest with %s keeps the router from starting, by the file’s name', async (_what, text) => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, text)
    await expect(system.anotherRouter({ TRUSTED_DOCUMENTS: file })).rejects.toThrow('broken.json')
  })
})
