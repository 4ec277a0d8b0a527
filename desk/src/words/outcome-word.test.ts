import { CombinedError } from 'urql'
import { expect, test } from 'vitest'
import { outcomeWord } from './outcome-word.ts'

test.each([
  ['what was done', { pullWork: { workItem: { id: 'w' }, userErrors: [] } }, undefined],
  ['a refusal', { assignWork: { userErrors: [{ code: 'NO_ROOM' }] } }, 'refusal.NO_ROOM'],
  ['a refusal without words', { assignWork: { userErrors: [{ code: 'NEW_ONE' }] } }, 'refusal.OTHER'],
])('%s', (_name, data, word) => expect(outcomeWord({ data, error: undefined })).toBe(word))

test('an error goes before what the payload says', () => {
  const error = new CombinedError({ networkError: new Error('no line') })
  expect(outcomeWord({ data: undefined, error })).toBe('problem.UNREACHABLE')
})
