import { openLive } from '@throughline/live-client'
import { createClient, gql } from 'urql'
import { expect, test } from 'vitest'
import { board, type BoardData, TopicServer } from '../../../live-client/testing/topic-server.ts'
import { optionsFor } from '../../../live-client/testing/watch.ts'
import { until } from '../../../platform/testkit/until.ts'
import { deskCache } from './cache.ts'
import { isStale, liveExchange } from './live-exchange.ts'

test('a view keeps the last state of a topic that is cut off, knows that it is stale, and goes on', async () => {
  const server = await new TopicServer().listen()
  const live = openLive(optionsFor(server.url))
  const client = createClient({
    url: 'http://127.0.0.1:9',
    preferGetMethod: false,
    exchanges: [deskCache(), liveExchange(live, 0)],
  })
  const shown: [number | undefined, boolean][] = []
  const { unsubscribe } = client.subscription<BoardData>(gql(board), {}).subscribe((result) => {
    shown.push([result.data?.board.waiting, isStale(result)])
  })
  await until('the board', () => shown.length === 1)
  server.refuse = { code: 'SUBGRAPH_UNAVAILABLE', times: 8 }
  server.breakAll()
  await until('it is stale', () => shown.length >= 2)
  server.change(5)
  await until('it goes on', () => shown.at(-1)?.[0] === 5)
  expect(shown.at(1)).toEqual([0, true])
  expect(shown.at(-1)).toEqual([5, false])
  server.refuse = { code: 'FORBIDDEN', times: 1 }
  server.breakAll()
  await until('it has ended', () => shown.at(-1)?.[0] === undefined)
  unsubscribe()
  live.close()
  await server.stop()
})
