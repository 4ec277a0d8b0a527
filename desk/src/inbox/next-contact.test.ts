import { expect, test } from 'vitest'
import { neighbour } from './next-contact.ts'

test.each([
  [['a', 'b', 'c'], undefined, 1, 'a'],
  [['a', 'b', 'c'], undefined, -1, 'c'],
  [['a', 'b', 'c'], 'a', 1, 'b'],
  [['a', 'b', 'c'], 'c', 1, 'c'],
  [['a', 'b', 'c'], 'a', -1, 'a'],
  [['a', 'b', 'c'], 'gone', 1, 'a'],
  [[], 'a', 1, undefined],
] as const)('in %j from %s by %i is %s', (list, current, step, expected) => {
  expect(neighbour<string>(list, current, step)).toBe(expected)
})
