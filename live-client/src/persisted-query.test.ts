import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { until } from '../../platform/testkit/until.ts'
import { board } from '../testing/topic-server.ts'
import { optionsFor, watchBoard } from '../testing/watch.ts'
import { openLive } from './open-live.ts'

const sha256Hash = createHash('sha256').update(board).digest('hex')
const extensions = { persistedQuery: { version: 1, sha256Hash } }

/** Answers by hash what it has once been told by text, as the router does. (graphql-ws's server wants a text.) */
let server: WebSocketServer
const payloads: { query?: string }[] = []
const known = new Set<string>()
beforeAll(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (socket) =>
    socket.on('message', (data) => {
      const { type, id, payload } = JSON.parse(String(data))
      const send = (message: object) => socket.send(JSON.stringify(message))
      if (type === 'connection_init') return send({ type: 'connection_ack' })
      if (type !== 'subscribe') return
      payloads.push(payload)
      if (payload.query) known.add(payload.extensions.persistedQuery.sha256Hash)
      if (known.has(payload.extensions.persistedQuery.sha256Hash))
        send({ type: 'next', id, payload: { data: { board: { waiting: 7 } } } })
      else
        send({
          type: 'error',
          id,
          payload: [{ message: 'no', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
        })
    }),
  )
  await once(server, 'listening')
})
afterAll(() => void server.close())

test('a document is sent by its hash; by its text too, once, where the server does not know it yet', async () => {
  const live = openLive(optionsFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  const first = watchBoard(live, { sha256Hash })
  await until('an answer', () => first.got.length)
  const second = watchBoard(live, { sha256Hash })
  await until('an answer', () => second.got.length)
  live.close()
  expect(payloads).toEqual([
    { variables: {}, extensions },
    { query: board, variables: {}, extensions },
    { variables: {}, extensions },
  ])
})

test('a program that knows only the hash is told that the server does not know it', async () => {
  const live = openLive(optionsFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  const watch = watchBoard(live, { query: undefined, sha256Hash: '0'.repeat(64) })
  await until('it has ended', () => watch.ended.length)
  live.close()
  expect(watch.ended[0]).toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' })
})
