import { expect, test } from 'vitest'
import { leastIdAt } from './least-id-at.ts'
import { newId } from './new-id.ts'

test('an id lies between the least ones of the instants around its making', () => {
  const before = leastIdAt(new Date(Date.now() - 1))
  const id = newId()
  const after = leastIdAt(new Date(Date.now() + 2))
  expect(before < id).toBe(true)
  expect(id < after).toBe(true)
  expect(leastIdAt(new Date(0x0123_4567_89ab))).toBe('01234567-89ab-7000-8000-000000000000')
})
