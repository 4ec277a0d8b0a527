import { describe, expect, test } from 'vitest'
import { LiveClient, type WaitingRoom } from './live-client.ts'
import type { LiveMessage, Position } from './live-message.ts'
import type { LiveEnd } from './live-sink.ts'

const at = (sequence: number): Position => ({ sequence, cursor: `c${sequence}` })
const event = (sequence: number, text = `${sequence}`): LiveMessage => ({ text, position: at(sequence) })
const state = (text: string): LiveMessage => ({ text })

/** A client whose transport takes messages as long as it is told to. */
function joined(kind: 'STATE' | 'EVENT', given: { after?: string; room?: WaitingRoom } = {}) {
  const room = given.room ?? { events: 3, size: 100, waiting: 0 }
  const told = {
    written: [] as string[],
    begun: [] as Position[],
    ends: [] as LiveEnd[],
    overflows: 0,
    left: 0,
  }
  const sink = {
    writable: true,
    write: ({ text }: LiveMessage) => void told.written.push(text),
    begin: (position: Position) => void told.begun.push(position),
    end: (how: LiveEnd) => void told.ends.push(how),
    overflow: () => void told.overflows++,
  }
  const client = new LiveClient({ kind, sink, room, after: given.after, onLeave: () => told.left++ })
  const resume = () => {
    sink.writable = true
    client.flush()
  }
  return { client, sink, told, room, resume }
}

describe('a client', () => {
  test('of an event topic gets every event once and in order, at once or when it reads again', () => {
    const { client, sink, told, room, resume } = joined('EVENT')
    client.push(event(1))
    sink.writable = false
    for (const sequence of [2, 2, 1, 3]) client.push(event(sequence))
    expect(told.written).toEqual(['1'])
    expect(client.position, 'it does not know yet of what waits').toBeUndefined()
    resume()
    client.push(event(3))
    client.push(event(4))
    expect(told.written).toEqual(['1', '2', '3', '4'])
    expect([client.position, room.waiting]).toEqual([at(4), 0])
  })

  test('of a state topic gets the newest of those that waited, however large', () => {
    const { client, sink, told, room, resume } = joined('STATE')
    sink.writable = false
    for (let version = 1; version <= 50; version++) client.push(state(`${version} ${'x'.repeat(200)}`))
    expect(room.waiting).toBe(203)
    resume()
    expect(told).toMatchObject({ written: [expect.stringMatching(/^50 /)], overflows: 0, left: 0 })
    expect(room.waiting).toBe(0)
  })

  test.each([
    ['events', [event(1), event(2), event(3), event(4)]],
    ['characters', [event(1, 'x'.repeat(60)), event(2, 'x'.repeat(60))]],
  ])('is cut off when its %s pass the bounds, and holds nothing then', (_what, events) => {
    const { client, sink, told, room } = joined('EVENT')
    sink.writable = false
    for (const one of events) client.push(one)
    client.push(event(9))
    expect(told).toMatchObject({ written: [], overflows: 1, left: 1, ends: [] })
    expect(room.waiting).toBe(0)
  })

  test('shares its bounds with the others on its connection', () => {
    const room = { events: 100, size: 100, waiting: 0 }
    const [one, two] = [joined('EVENT', { room }), joined('EVENT', { room })]
    one.sink.writable = two.sink.writable = false
    one.client.push(event(1, 'x'.repeat(60)))
    two.client.push(event(1, 'x'.repeat(60)))
    expect([one.told.overflows, two.told.overflows, room.waiting]).toEqual([0, 1, 60])
  })

  test('whose topic ends gets what waits first, then how it ended', () => {
    const { client, sink, told, resume } = joined('EVENT')
    sink.writable = false
    client.push(event(1))
    const how = { errors: [{ message: 'away', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] }
    client.end(how)
    client.push(event(2))
    expect(told.ends).toEqual([])
    resume()
    expect(told).toMatchObject({ written: ['1'], ends: [how], left: 1 })
  })

  test('that leaves is let go once, and hears nothing more', () => {
    const { client, told } = joined('EVENT')
    client.leave()
    client.leave()
    client.push(event(1))
    client.end()
    expect(told).toMatchObject({ written: [], ends: [], left: 1 })
  })

  test('is told where the topic stands unless it came from a place of its own', () => {
    const fresh = joined('EVENT')
    fresh.client.begin(at(7))
    fresh.client.begin(at(9))
    expect([fresh.told.begun, fresh.client.position]).toEqual([[at(7)], at(7)])
    const resumed = joined('EVENT', { after: 'c5' })
    expect(resumed.client.place).toEqual({ cursor: 'c5' })
    resumed.client.begin(at(5))
    resumed.client.push(event(5))
    resumed.client.push(event(6))
    expect([resumed.told.begun, resumed.told.written]).toEqual([[], ['6']])
  })
})
