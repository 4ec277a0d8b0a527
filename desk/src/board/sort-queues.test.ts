import { expect, test } from 'vitest'
import { sortQueues } from './sort-queues.ts'

const queue = (id: string, atRiskCount: number, dueInSec: number | undefined) => ({
  id,
  name: id,
  waitingCount: dueInSec === undefined ? 0 : 1,
  atRiskCount,
  nextDueAt: dueInSec === undefined ? null : new Date(1_000_000 + dueInSec * 1_000).toISOString(),
})
const board = [
  queue('calm', 0, 900),
  queue('empty', 0, undefined),
  queue('b', 2, 30),
  queue('a', 2, 10),
  queue('empty2', 0, undefined),
]
const ids = (list: readonly { id: string }[]) => list.map((entry) => entry.id)

test('risk first, then what is due next, then the name; empty queues last', () => {
  expect(ids(sortQueues(board, new Set()))).toEqual(['a', 'b', 'calm', 'empty', 'empty2'])
})

test('pinned rows stay on top, in the same order among themselves', () => {
  expect(ids(sortQueues(board, new Set(['empty', 'calm'])))).toEqual(['calm', 'empty', 'a', 'b', 'empty2'])
})
