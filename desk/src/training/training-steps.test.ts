import { expect, test } from 'vitest'
import { trainingSteps } from './training-steps.ts'

test.each([
  ['PROPOSED', 'decline', 'accept decline'],
  ['ACCEPTED', 'start decline', 'start cancel'],
  ['IN_PROGRESS', 'submit note', 'submit note cancel'],
  ['READY_FOR_CERTIFICATION', 'note', 'certify return cancel'],
  ['CERTIFIED', '', ''],
  ['EXPIRED', '', ''],
] as const)('of a training that is %s an agent can %s, a supervisor %s', (state, agent, supervisor) => {
  expect(trainingSteps(state, 'agent').join(' ')).toBe(agent)
  expect(trainingSteps(state, 'supervisor').join(' ')).toBe(supervisor)
})
