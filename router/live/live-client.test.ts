import { describe, expect, test } from 'vitest'
import { LiveClient } from './live-client.ts'

function client(kind: 'STATE' | 'EVENT', bounds = { events: 3, size: 100 }) {
  const told = { left: 0, overflows: 0 }
  const one = new LiveClient({
    kind,
    bounds,
    onLeave: () => told.left++,
    onOverflow: () => told.overflows++,
  })
  return { one, told }
}

describe('a client', () => {
  test('of an event topic gets every event in order', async () => {
    const { one } = client('EVENT')
    const first = one.next()
    for (const text of ['1', '2', '3']) one.push(text)
    expect(await first).toEqual({ value: '1', done: false })
    expect([(await one.next()).value, (await one.next()).value]).toEqual(['2', '3'])
  })

  test('of a state topic gets the newest of those that waited', async () => {
    const { one, told } = client('STATE')
    for (let state = 1; state <= 50; state++) one.push(`${state}`)
    expect((await one.next()).value).toBe('50')
    expect(told).toEqual({ left: 0, overflows: 0 })
  })

  test.each([
    ['events', ['a', 'b', 'c', 'd']],
    ['characters', ['x'.repeat(60), 'x'.repeat(60)]],
  ])('ends with a code when its %s pass the bounds', async (_what, texts) => {
    const { one, told } = client('EVENT')
    for (const text of texts) one.push(text)
    expect(told).toEqual({ left: 1, overflows: 1 })
    await expect(one.next()).rejects.toMatchObject({ code: 'SLOW_CONSUMER' })
  })

  test('that is read in between never passes them', async () => {
    const { one, told } = client('EVENT')
    for (let event = 0; event < 100; event++) {
      one.push('x'.repeat(60))
      await one.next()
    }
    expect(told.overflows).toBe(0)
  })

  test('whose topic ends reads what waits, then the end', async () => {
    const { one, told } = client('EVENT')
    one.push('last')
    one.end()
    expect([await one.next(), await one.next()]).toEqual([
      { value: 'last', done: false },
      { value: undefined, done: true },
    ])
    expect(told.left).toBe(1)
  })

  test('that leaves while it waits is let go at once, and only once', async () => {
    const { one, told } = client('EVENT')
    const waiting = one.next()
    await one.return()
    await one.return()
    one.push('too late')
    expect(await waiting).toEqual({ value: undefined, done: true })
    expect(told.left).toBe(1)
  })
})
