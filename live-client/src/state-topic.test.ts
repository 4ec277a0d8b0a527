import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { until } from '../../platform/testkit/until.ts'
import { TopicServer } from '../testing/topic-server.ts'
import { optionsFor, watchBoard } from '../testing/watch.ts'
import { type LiveError } from './live-error.ts'
import { openLive } from './open-live.ts'
import type { Live } from './open-live-over.ts'

let server: TopicServer
let live: Live
const defects: LiveError[] = []
beforeEach(async () => {
  defects.length = 0
  server = await new TopicServer().listen()
  live = openLive({ ...optionsFor(server.url), onDefect: (error) => defects.push(error) })
})
afterEach(async () => {
  live.close()
  await server.stop()
  expect(defects).toEqual([])
})

describe('a state topic', () => {
  test('drops what is not newer', async () => {
    const watch = watchBoard(live)
    await until('the snapshot', () => watch.got.length)
    server.change(5, 50)
    await until('a newer one', () => watch.got.length === 2)
    server.change(4, 40)
    server.change(5, 50)
    server.change(6, 60)
    await until('the newest', () => watch.got.at(-1) === 6)
    expect(watch.got).toEqual([0, 5, 6])
  })

  test('is stale until its snapshot has come again, which is not told twice', async () => {
    const watch = watchBoard(live)
    await until('the snapshot', () => watch.got.length)
    server.breakAll()
    await until('it is back', () => watch.stale.length === 2)
    expect(watch.stale).toEqual([true, false])
    expect(watch.got).toEqual([0])
    server.change(1)
    await until('newer', () => watch.got.length === 2)
  })

  test('takes an older snapshot when nothing newer follows: another server, whose clock is behind', async () => {
    server.change(1, 1_000)
    const watch = watchBoard(live)
    await until('the snapshot', () => watch.got.length)
    server.change(2, 900)
    server.breakAll()
    await until('the older one', () => watch.got.length === 2)
    server.change(3, 901)
    await until('what follows it', () => watch.got.length === 3)
    expect(watch.got).toEqual([1, 2, 3])
  })

  test('drops an older snapshot that a newer state follows', async () => {
    server.change(1, 1_000)
    const watch = watchBoard(live)
    await until('the snapshot', () => watch.got.length)
    server.change(2, 900)
    server.breakAll()
    await until('it is back', () => watch.stale.length === 2)
    server.change(3, 1_001)
    await until('newer', () => watch.got.length === 2)
    expect(watch.got).toEqual([1, 3])
  })
})
