import { expect, test } from 'vitest'
import { FollowedTopic } from './followed-topic.ts'

test.each([
  ['in order', [4, 5, 6], { received: 3, lost: 0, duplicated: 0 }],
  ['one is missing', [4, 6], { received: 2, lost: 1, duplicated: 0 }],
  ['one comes twice', [4, 5, 5, 6], { received: 4, lost: 0, duplicated: 1 }],
  ['two change places', [5, 4, 6], { received: 3, lost: 1, duplicated: 1 }],
  ['the first ones are missing', [7], { received: 1, lost: 3, duplicated: 0 }],
])('%s', (_what, sequences, counts) => {
  const topic = new FollowedTopic('t')
  topic.begin({ sequence: 3, cursor: 'c3' })
  for (const sequence of sequences) topic.take({ sequence, cursor: `c${sequence}` })
  expect(topic).toMatchObject(counts)
  expect(topic.position).toEqual({ sequence: sequences.at(-1), cursor: `c${sequences.at(-1)}` })
})

test('what the server says of the place counts only before the first event', () => {
  const topic = new FollowedTopic('t')
  topic.take({ sequence: 8, cursor: 'c8' })
  topic.begin({ sequence: 2, cursor: 'c2' })
  expect(topic.position).toEqual({ sequence: 8, cursor: 'c8' })
})
