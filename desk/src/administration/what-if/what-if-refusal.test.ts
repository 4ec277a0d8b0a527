import { GraphQLError } from 'graphql'
import { CombinedError } from 'urql'
import { expect, test } from 'vitest'
import { whatIfRefusal } from './what-if-refusal.ts'

const refused = (extensions: Record<string, unknown>) =>
  whatIfRefusal(new CombinedError({ graphQLErrors: [new GraphQLError('refused', { extensions })] }))

test.each([
  [{ code: 'NOTHING_RECORDED', parameters: { what: 'contacts' } }, 'whatIf.problem.NO_CONTACTS', true],
  [{ code: 'NOTHING_RECORDED', parameters: { what: 'agents' } }, 'whatIf.problem.NO_AGENTS', true],
  [{ code: 'SIMULATION_BUSY' }, 'whatIf.problem.BUSY', false],
  [{ code: 'SIMULATION_TOO_LONG', parameters: { limitMs: 8_000 } }, 'whatIf.problem.TOO_LONG', false],
  [{ code: 'FORBIDDEN' }, 'problem.FORBIDDEN', false],
])('%j is said in words', (extensions, word, nothingRecorded) => {
  expect(refused(extensions)).toMatchObject({ word, nothingRecorded, refusals: [] })
})

test.each([
  ['removeAgents.0.count', 'NOT_AS_MANY'],
  ['addAgents.1.count', 'OUT_OF_RANGE'],
])('what is wrong with %s stands at that field', (field, code) => {
  expect(refused({ code: 'BAD_USER_INPUT', parameters: { field, reason: 'Because.' } })?.refusals).toEqual([
    { field, code },
  ])
})

test('an answer is no refusal', () => expect(whatIfRefusal(undefined)).toBeUndefined())
