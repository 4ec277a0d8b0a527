import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'graphql-ws'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '#platform/testkit/until.ts'
import { readCommandLine, usage } from '../../../router/cli.ts'
import { startOpenServer } from '../../../router/open-server.ts'
import { counters } from './counters.ts'
import { startFederation } from './federation.ts'
import { library } from './library.ts'
import type { SubgraphDefinition } from './subgraph-server.ts'

async function opened(definitions: Record<string, SubgraphDefinition>, ...options: string[]) {
  const { supergraph } = await startFederation(definitions)
  const folder = mkdtempSync(join(tmpdir(), 'throughline-open-'))
  const file = join(folder, 'supergraph.graphql')
  writeFileSync(file, supergraph)
  const asked = ['--open', '--supergraph', file, '--port', '0', ...options]
  const server = await startOpenServer(readCommandLine(asked, {}))
  onTestFinished(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return { url: server.url, post, file, supergraph }
}

test('GraphQL over HTTP: POST, GET for queries only, media types, refusals', async () => {
  const { url, post } = await opened({
    ...library,
    writes: {
      sdl: 'type Query { w: Int } type Mutation { write: Int }',
      resolvers: { Mutation: { write: () => 1 } },
    },
  })
  const answer = await post({
    query: 'query($id: ID!) { book(id: $id) { author { name } } }',
    variables: { id: 'b2' },
  })
  expect(await answer.json()).toEqual({ data: { book: { author: { name: 'Name p2' } } } })
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const get = (query: string) => fetch(`${url}?query=${encodeURIComponent(query)}`)
  expect(await (await get('{ book(id: "b1") { title } }')).json()).toEqual({
    data: { book: { title: 'Title b1' } },
  })
  expect((await get('mutation { write }')).status).toBe(405)
  expect(await (await post({ query: 'mutation { write }' })).json()).toEqual({ data: { write: 1 } })
  const accept = { accept: 'application/graphql-response+json' }
  expect((await post({ query: '{ nothing }' }, accept)).status).toBe(400)
  expect((await post({ query: '{ nothing }' })).status).toBe(200)
  expect((await post({ query: '{ broken }' }, accept)).status).toBe(200)
  expect((await post({})).status).toBe(400)
  expect((await post({ query: '{ w }' }, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await fetch(url.replace('/graphql', '/health/live'))).status).toBe(200)
  expect((await fetch(url.replace('/graphql', '/elsewhere'))).status).toBe(404)
})

test('server-sent events: every event, then complete', async () => {
  const { definitions, source } = counters()
  const { post } = await opened(definitions)
  const response = await post(
    { query: 'subscription { changed { value name } }' },
    { accept: 'text/event-stream' },
  )
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  source.push(1)
  source.push(2)
  source.finish()
  const next = (n: number) => `event: next\ndata: {"data":{"changed":{"value":${n},"name":"name c${n}"}}}\n\n`
  expect(await response.text()).toBe(`${next(1)}${next(2)}event: complete\ndata:\n\n`)
})

test('server-sent events: a client that leaves ends the upstream', async () => {
  const { definitions, source } = counters()
  const { url } = await opened(definitions)
  const leave = new AbortController()
  await fetch(`${url}?query=${encodeURIComponent('subscription { changed { value } }')}`, {
    headers: { accept: 'text/event-stream' },
    signal: leave.signal,
  })
  await source.begun.passed
  leave.abort()
  await source.ended.passed
})

test('WebSocket: events, queries, refusals; leaving ends the upstream', async () => {
  const { definitions, source } = counters()
  const { url } = await opened(definitions)
  const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 })
  onTestFinished(() => client.dispose())
  const events = client.iterate({ query: 'subscription { changed { value name } }' })
  source.push(3)
  expect((await events.next()).value).toEqual({ data: { changed: { value: 3, name: 'name c3' } } })
  expect((await client.iterate({ query: '{ other }' }).next()).value).toEqual({ data: { other: null } })
  await expect(client.iterate({ query: '{ nothing }' }).next()).rejects.toEqual([
    expect.objectContaining({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
  ])
  await events.return?.()
  await source.ended.passed
})

test('a page of another site gets no WebSocket', async () => {
  const { url } = await opened(library)
  const connected = (origin: string) =>
    new Promise<boolean>((done) => {
      const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { headers: { origin } })
      socket.once('open', () => {
        socket.terminate()
        done(true)
      })
      socket.once('error', () => done(false))
    })
  expect(await connected('http://localhost:3000')).toBe(true)
  expect(await connected('https://elsewhere.example')).toBe(false)
})

test('the command line says what is wrong with it, and --help names every option', () => {
  expect(() => readCommandLine(['--open'], {})).toThrow('--supergraph')
  expect(() => readCommandLine(['--port', 'many'], {})).toThrow('--port')
  expect(() => readCommandLine(['--subgraph', 'people'], {})).toThrow('NAME=URL')
  expect(readCommandLine(['--subgraph', 'people=http://127.0.0.1:1/graphql'], {}).urls).toEqual({
    people: 'http://127.0.0.1:1/graphql',
  })
  for (const option of [
    '--open',
    '--supergraph',
    '--port',
    '--subgraph',
    '--timeout',
    '--no-dedupe',
    '--help',
  ]) {
    expect(usage).toContain(option)
  }
})

test('with --watch a changed file is taken, and a wrong one is not', async () => {
  const { post, file, supergraph } = await opened(library, '--watch')
  const asks = async (query: string) => (await (await post({ query })).json()) as { data?: unknown }
  const fits = async (query: string) => (await asks(query)).data !== undefined
  writeFileSync(file, supergraph.replace('books(', 'allBooks('))
  await until('the new field', () => fits('{ allBooks { __typename } __typename }').catch(() => false))
  expect(await fits('{ books { id } }')).toBe(false)
  writeFileSync(file, supergraph.slice(0, supergraph.length / 2))
  writeFileSync(`${file}.next`, supergraph)
  renameSync(`${file}.next`, file)
  await until('the first one again', () => fits('{ books { id } }'))
  expect(await asks('{ book(id: "b2") { author { name } } }')).toEqual({
    data: { book: { author: { name: 'Name p2' } } },
  })
})
