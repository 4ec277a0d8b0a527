import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { HttpTransport, type HttpTransportOptions } from '../../../router/engine/http-transport.ts'
import { contextOf } from './federation.ts'

const body = '{"query":"{ a }"}'

/** A subgraph that answers when the test says so. */
async function waitingSubgraph(answer: string) {
  const waiting: ServerResponse[] = []
  const ports = new Set<number | undefined>()
  const server: Server = createServer((request, response) => {
    ports.add(request.socket.remotePort)
    waiting.push(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    waiting,
    /** One for each connection that a request came on. */
    ports,
    answerAll() {
      for (const response of waiting.splice(0)) response.end(`{"data":{"a":"${answer}"}}`)
    },
    connections: () =>
      new Promise<number>((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
  }
}

function opened(options: HttpTransportOptions = {}) {
  const transport = new HttpTransport(options)
  onTestFinished(() => transport.close())
  return transport
}

test('a request ends on an address that is given back meanwhile, and then its connection is closed', async () => {
  const [here, there] = await Promise.all([waitingSubgraph('here'), waitingSubgraph('there')])
  const transport = opened()
  const before = transport.use({ a: here.url })
  const running = before.fetch('a', body, contextOf(), true)
  await until('the request', () => here.waiting.length === 1)
  const after = transport.use({ a: there.url })
  before.release()
  const next = after.fetch('a', body, contextOf(), true)
  await until('the next request', () => there.waiting.length === 1)
  here.answerAll()
  there.answerAll()
  expect(await running).toEqual({ data: { a: 'here' } })
  expect(await next).toEqual({ data: { a: 'there' } })
  await until('the closed connection', async () => (await here.connections()) === 0)
  expect(await there.connections()).toBe(1)
})

test('equal reads of two addresses are two requests, of two graphs on one address one', async () => {
  const [here, there] = await Promise.all([waitingSubgraph('here'), waitingSubgraph('there')])
  const transport = opened()
  const graphs = [here, there, there].map(({ url }) => transport.use({ a: url }))
  const answers = Promise.all(graphs.map((graph) => graph.fetch('a', body, contextOf(), true)))
  await until('both', () => here.waiting.length === 1 && there.waiting.length === 1)
  here.answerAll()
  there.answerAll()
  expect((await answers).map(({ data }) => data?.['a'])).toEqual(['here', 'there', 'there'])
})

test('what another graph uses stays open; giving back twice gives back once', async () => {
  const here = await waitingSubgraph('here')
  const transport = opened({ connections: 1 })
  const before = transport.use({ a: here.url })
  const after = transport.use({ a: here.url })
  const first = before.fetch('a', body, contextOf(), true)
  await until('the request', () => here.waiting.length === 1)
  before.release()
  before.release()
  here.answerAll()
  await first
  const second = after.fetch('a', body, contextOf(), true)
  await until('the second request', () => here.waiting.length === 1)
  here.answerAll()
  await second
  expect(here.ports.size).toBe(1)
})

test('a request of a graph that was swapped may go on asking, and leaves no connection behind', async () => {
  const here = await waitingSubgraph('here')
  const before = opened().use({ a: here.url })
  before.release()
  const late = Promise.all([1, 2].map(() => before.fetch('a', body, contextOf(), true)))
  await until('the request', () => here.waiting.length === 1)
  here.answerAll()
  expect((await late).map(({ data }) => data?.['a'])).toEqual(['here', 'here'])
  await until('no connection', async () => (await here.connections()) === 0)
})

test('one address that is none takes none of the others', async () => {
  const here = await waitingSubgraph('here')
  const transport = opened()
  const good = transport.use({ a: here.url })
  expect(() => transport.use({ a: here.url, b: 'ftp://example.test' })).toThrow('"b" has no address')
  expect(() => transport.use({ a: here.url, b: '' })).toThrow('"b" has no address')
  const running = good.fetch('a', body, contextOf(), true)
  await until('the request', () => here.waiting.length === 1)
  good.release()
  here.answerAll()
  await running
  await until('the closed connection', async () => (await here.connections()) === 0)
})
