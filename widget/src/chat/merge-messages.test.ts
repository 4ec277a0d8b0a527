import { expect, test } from 'vitest'
import { mergeMessages, resumeCursor } from './merge-messages.ts'

const message = (sequence: number) => ({ sequence, cursor: `c${sequence}`, text: `#${sequence}` })
const sequences = (list: readonly { sequence: number }[]) => list.map((entry) => entry.sequence)

test('what arrives twice is there once, in order of sequence', () => {
  const known = [1, 2, 4].map(message)
  expect(sequences(mergeMessages(known, [5, 3, 4, 2].map(message)))).toEqual([1, 2, 3, 4, 5])
})

test('nothing new keeps the same list, so that nothing is drawn again', () => {
  const known = [1, 2].map(message)
  expect(mergeMessages(known, [message(2)])).toBe(known)
})

test.each([
  ['nothing known', [], undefined],
  ['no gap', [1, 2, 3], 'c3'],
  ['a page from the middle', [40, 41], 'c41'],
  ['own message ahead of a missing one', [4, 5, 7], 'c5'],
])('resumes after the last message without a gap before it: %s', (_case, known, cursor) => {
  expect(resumeCursor(known.map(message))).toBe(cursor)
})

test('a reconnection that repeats and fills gives every message once', () => {
  const server = Array.from({ length: 200 }, (_, index) => message(index + 1))
  let known: readonly ReturnType<typeof message>[] = mergeMessages([], server.slice(0, 3))
  for (const dropAt of [17, 18, 90, 200]) {
    const after = server.findIndex((entry) => entry.cursor === resumeCursor(known)) + 1
    known = mergeMessages(known, [...server.slice(Math.max(0, after - 2), dropAt)])
    if (dropAt < 150) known = mergeMessages(known, [message(150)])
  }
  expect(sequences(known)).toEqual(sequences(server))
})
