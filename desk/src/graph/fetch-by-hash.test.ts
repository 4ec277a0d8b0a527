import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fetchByHash } from './fetch-by-hash.ts'

/** Knows one hash, and what it has been told, as the router does. */
let server: Server
const known = new Set<string>()
const asked: { query?: string; extensions?: { persistedQuery: { sha256Hash: string } } }[] = []
beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = (await json(request)) as (typeof asked)[number]
  asked.push(body)
  const hash = body.extensions?.persistedQuery.sha256Hash
  const found = body.query !== undefined || known.has(hash ?? '')
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/graphql-response+json' })
  const errors = [{ message: 'no', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]
  response.end(JSON.stringify(found ? { data: { ok: true } } : { errors }))
}
beforeEach(() => void asked.splice(0))
afterAll(() => void server.close())

const ask = (operationName: string) =>
  fetchByHash(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    { method: 'POST', body: JSON.stringify({ query: 'query { ok }', operationName, variables: { a: 1 } }) },
    fetch,
    (name) => (name === 'Ours' ? 'hash-of-ours' : undefined),
  ).then((response) => response.json())
const extensions = { persistedQuery: { version: 1, sha256Hash: 'hash-of-ours' } }

test('a released document is named by its hash', async () => {
  known.add('hash-of-ours')
  expect(await ask('Ours')).toEqual({ data: { ok: true } })
  expect(asked).toEqual([{ operationName: 'Ours', variables: { a: 1 }, extensions }])
})

test('a router that does not know the hash is told the text once', async () => {
  known.clear()
  expect(await ask('Ours')).toEqual({ data: { ok: true } })
  expect(asked.map(({ query }) => query)).toEqual([undefined, 'query { ok }'])
  expect(asked[1]?.extensions).toEqual(extensions)
})

test('other documents go by their text', async () => {
  expect(await ask('Other')).toEqual({ data: { ok: true } })
  expect(asked).toEqual([{ query: 'query { ok }', operationName: 'Other', variables: { a: 1 } }])
})
