import { expect, test } from 'vitest'
import { createInOrder } from './in-order.ts'
import { Wake } from './wake.ts'
import { within } from './within.ts'

test('a fire ends the wait, also one that came before it, and counts once', async () => {
  const wake = new Wake()
  wake.fire()
  wake.fire()
  expect(await wake.wait(60_000)).toBe(true)
  expect(await wake.wait(1)).toBe(false)
  const waiting = wake.wait(60_000)
  wake.fire()
  expect(await waiting).toBe(true)
})

test('equal keys run in order, others beside them, and a failure holds nobody up', async () => {
  const inOrder = createInOrder()
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  const ran: string[] = []
  const run = (key: string, name: string, before = Promise.resolve()): Promise<void> =>
    inOrder(key, async () => {
      await before
      ran.push(name)
      if (name === 'a1') throw new Error('a1 fails')
    })
  const first = run('a', 'a1', gate)
  const second = run('a', 'a2')
  await run('b', 'b1')
  expect(ran).toEqual(['b1'])
  open()
  await expect(first).rejects.toThrow('a1 fails')
  await second
  expect(ran).toEqual(['b1', 'a1', 'a2'])
})

test('what takes too long is refused by name', async () => {
  await expect(within(5, 'waiting for nothing', new Promise(() => undefined))).rejects.toThrow(
    'waiting for nothing took longer than 5 ms',
  )
  expect(await within(60_000, 'a quick thing', Promise.resolve(7))).toBe(7)
})
