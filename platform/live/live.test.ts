import { Schema } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../identity/viewer.ts'
import { newId } from '../ids/new-id.ts'
import { defineModel } from '../store/define-model.ts'
import { testPrefix } from '../testkit/test-config.ts'
import { createTestService, type TestService } from '../testkit/test-service.ts'
import { until } from '../testkit/until.ts'
import type { LiveEvent } from './live-event.ts'

interface Note {
  _id: string
  topic: string
  sequence: number
}
const noteSchema = new Schema<Note>({ _id: String, topic: String, sequence: Number }, { versionKey: false })
noteSchema.index({ topic: 1, sequence: 1 }, { unique: true })
const Notes = defineModel<Note>('Note', noteSchema, 'notes')

interface Head {
  _id: string
  sequence: number
}
const Heads = defineModel<Head>('Head', new Schema<Head>({ _id: String, sequence: Number }), 'heads')

const viewer: Viewer = { kind: 'staff', id: 'a', name: 'Ada', roles: ['agent', 'supervisor'] }
const cursorAt = (topic: string, sequence: number, whose: Viewer = viewer) =>
  reader.ctx.live.cursor(topic, sequence, whose)

const prefix = testPrefix()
let writer: TestService
let reader: TestService
beforeAll(async () => {
  // Two instances of one service: signals cross over Valkey.
  writer = await createTestService({ name: 'live', prefix, working: false })
  reader = await createTestService({ name: 'live', prefix, working: false })
})
afterAll(async () => {
  await reader.stop()
  await writer.stop()
})

/** Writes the next event of a topic; `told` false loses its signal. */
async function write(topic: string, told = true): Promise<number> {
  const { ctx } = writer
  return ctx.transaction(async (session) => {
    const { sequence } = await Heads(ctx.db).findOneAndUpdate(
      { _id: topic },
      { $inc: { sequence: 1 } },
      { upsert: true, returnDocument: 'after', session },
    )
    await Notes(ctx.db).create([{ _id: newId(), topic, sequence }], { session })
    if (told) ctx.live.advanced(topic, sequence, session)
    return sequence
  })
}

function follow(topic: string, after?: string): AsyncIterableIterator<LiveEvent<string>> {
  const { ctx } = reader
  return ctx.live.events(topic, {
    after,
    viewer,
    head: async () => (await Heads(ctx.db).findById(topic).lean())?.sequence ?? 0,
    read: async (behind, limit) =>
      (
        await Notes(ctx.db)
          .find({ topic, sequence: { $gt: behind } })
          .sort({ sequence: 1 })
          .limit(limit)
          .lean()
      ).map((note) => ({ sequence: note.sequence, value: note._id })),
  })
}

async function take<T>(
  events: AsyncIterableIterator<LiveEvent<T>>,
  count: number,
): Promise<Array<LiveEvent<T>>> {
  const taken: Array<LiveEvent<T>> = []
  while (taken.length < count) {
    const { value, done } = await events.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

const sequences = (events: Array<LiveEvent<unknown>>) => events.map(({ live }) => live.sequence)
const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, at) => from + at)

describe('an event topic', () => {
  test('begins behind its head without a cursor, and gives place and cursor', async () => {
    await write('begin')
    const events = follow('begin')
    const first = events.next()
    await until('it has begun', async () => (await subscribers('begin')) > 0)
    // The head is read at the first `next`; what comes later is given.
    await until('an event arrives', async () => {
      await write('begin')
      return Promise.race([first, Promise.resolve(null)])
    })
    const { value } = await first
    expect(value.live).toEqual({
      topic: 'begin',
      kind: 'EVENT',
      sequence: value.live.sequence,
      cursor: cursorAt('begin', value.live.sequence),
    })
    expect(value.live.sequence).toBeGreaterThan(1)
    await events.return?.()
  })

  test('240 events of 4 writers, half of the signals lost, come once and in order over resumptions', {
    timeout: 120_000,
  }, async () => {
    const topic = 'storm'
    const writing = Promise.all(
      Array.from({ length: 4 }, async (_, lane) => {
        for (let at = 0; at < 60; at += 1) await write(topic, (at + lane) % 2 === 0)
      }),
    )
    const taken: Array<LiveEvent<string>> = []
    let after = cursorAt(topic, 0)
    while (taken.length < 240) {
      const events = follow(topic, after)
      taken.push(...(await take(events, Math.min(31, 240 - taken.length))))
      await events.return?.()
      after = taken.at(-1)?.live.cursor ?? after
    }
    await writing
    expect(sequences(taken)).toEqual(upTo(240))
    expect(new Set(taken.map(({ value }) => value)).size).toBe(240)
  })

  test('a last event whose signal was lost shows by the heartbeat', async () => {
    await write('quiet')
    const events = follow('quiet', cursorAt('quiet', 0))
    expect(sequences(await take(events, 1))).toEqual([1])
    const next = events.next()
    await write('quiet', false)
    expect((await next).value?.live.sequence).toBe(2)
    await events.return?.()
  })

  test.each([
    ['another topic', () => cursorAt('other', 1)],
    ['a greater sequence than the topic has', () => cursorAt('mine', 99)],
    ['other roles', () => cursorAt('mine', 1, { ...viewer, roles: ['agent'] })],
    ['a visitor', () => cursorAt('mine', 1, { kind: 'visitor', id: 'a' })],
    ['a place that somebody made up', () => cursorAt('mine', 1).replace(/^1/, '0')],
    ['nothing', () => 'rubbish'],
  ])('refuses a cursor of %s', async (_what, after) => {
    await write('mine')
    await expect(follow('mine', after()).next()).rejects.toMatchObject({ code: 'LIVE_CURSOR_INVALID' })
  })

  test('takes the cursor of a colleague with the same roles', async () => {
    await write('shared')
    const colleague: Viewer = { kind: 'staff', id: 'b', name: 'Bo', roles: ['supervisor', 'agent'] }
    const events = follow('shared', cursorAt('shared', 0, colleague))
    expect(sequences(await take(events, 1))).toEqual([1])
    await events.return?.()
  })

  test('refuses to go on behind events that are gone', async () => {
    for (let at = 0; at < 5; at += 1) await write('short')
    await Notes(writer.ctx.db).deleteMany({ topic: 'short', sequence: { $lte: 3 } })
    const error = await follow('short', cursorAt('short', 1))
      .next()
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'LIVE_CURSOR_EXPIRED' })
    const rest = follow('short', cursorAt('short', 3))
    expect(sequences(await take(rest, 2))).toEqual([4, 5])
    await rest.return?.()
  })
})

describe('a state topic', () => {
  test('begins with a snapshot, and a slow reader gets only the newest', async () => {
    let state = 1
    let reads = 0
    const states = reader.ctx.live.state('board', async () => {
      reads += 1
      return state
    })
    const [first] = await take(states, 1)
    expect(first).toMatchObject({ value: 1, live: { topic: 'board', kind: 'STATE' } })
    for (state = 2; state < 500; state += 1) writer.ctx.live.changed('board')
    const newest = await until('the newest', async () => {
      const { value } = await states.next()
      return value.value === 500 ? (value as LiveEvent<number>) : null
    })
    expect(newest.live.version).toBeGreaterThan(first?.live.version ?? Number.POSITIVE_INFINITY)
    expect(reads, '499 changes, conflated').toBeLessThan(50)
    await states.return?.()
  })

  test('a change whose signal was lost shows by the heartbeat, and a heartbeat without change shows nothing', async () => {
    let state = 'one'
    const states = reader.ctx.live.state('lost', async () => ({ state }))
    await take(states, 1)
    let given = 0
    const next = states.next().then((result) => {
      given += 1
      return result
    })
    const heartbeats = reader.ctx.live.state('clock', async () => Date.now(), { minIntervalMs: 0 })
    await take(heartbeats, 4)
    expect(given, 'after three heartbeats of the same length').toBe(0)
    state = 'two'
    expect((await next).value?.value).toEqual({ state: 'two' })
    await states.return?.()
    await heartbeats.return?.()
  })

  test('a signal counts even where the value looks the same: its fields may be read later', async () => {
    const states = reader.ctx.live.state('lazy', async () => ({ id: 'q' }), { minIntervalMs: 0 })
    await take(states, 1)
    await until('it is subscribed', async () => (await subscribers('lazy')) > 0)
    const next = states.next()
    writer.ctx.live.changed('lazy')
    expect((await next).value?.value).toEqual({ id: 'q' })
    await states.return?.()
  })

  test('what its read throws ends it, and gives everything back', async () => {
    const states = reader.ctx.live.state('broken', () => Promise.reject(new Error('the store is away')))
    await expect(states.next()).rejects.toThrow('the store is away')
    expect((await states.next()).done).toBe(true)
    await until('it is unsubscribed', async () => (await subscribers('broken')) === 0)
  })
})

test('a topic that nobody reads costs nothing', async () => {
  const before = await liveSubscribers()
  const unread = follow('unread')
  expect(await liveSubscribers()).toBe(before)
  await unread.return?.()
  expect((await unread.next()).done).toBe(true)
  expect(await liveSubscribers()).toBe(before)
})

test('return ends a waiting next at once, and the last listener of a topic unsubscribes', async () => {
  const one = follow('empty')
  const two = follow('empty')
  const waiting = [one.next(), two.next()]
  await until('it is subscribed', async () => (await subscribers('empty')) === 1)
  await one.return?.()
  expect((await waiting[0])?.done).toBe(true)
  expect(await subscribers('empty')).toBe(1)
  await two.return?.()
  expect((await waiting[1])?.done).toBe(true)
  await until('it is unsubscribed', async () => (await subscribers('empty')) === 0)
  expect(await liveSubscribers()).toBe(0)
})

test('signals that were lost with the connection are made up for when it is back', async () => {
  const long = await createTestService({
    name: 'live',
    prefix,
    working: false,
    env: { LIVE_HEARTBEAT_MS: '60000' },
  })
  const { ctx } = long
  let state = 1
  const states = ctx.live.state('cut', async () => state)
  await take(states, 1)
  await until('it is subscribed', async () => (await subscribers('cut')) > 0)
  const next = states.next()
  state = 2
  const connections = await subscribingConnections()
  expect(connections.length).toBeGreaterThan(0)
  for (const id of connections) await ctx.valkey.client('KILL', 'ID', id)
  expect((await next).value?.value).toBe(2)
  await states.return?.()
  await long.close()
})

async function subscribers(topic: string): Promise<number> {
  const [, count] = (await reader.ctx.valkey.pubsub('NUMSUB', `${prefix}/live/${topic}`)) as [string, number]
  return count
}

/** Ids of the subscribing connections of this file's services. */
async function subscribingConnections(): Promise<string[]> {
  const list = (await reader.ctx.valkey.client('LIST', 'TYPE', 'PUBSUB')) as string
  return list
    .split('\n')
    .filter((line) => line.includes(` name=${prefix}-live `))
    .flatMap((line) => /\bid=(\d+)/.exec(line)?.[1] ?? [])
}

async function liveSubscribers(): Promise<number> {
  const { values } = await reader.metrics.liveSubscribers.get()
  return values.reduce((sum, { value }) => sum + value, 0)
}
