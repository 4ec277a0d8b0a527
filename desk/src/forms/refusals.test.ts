import { expect, test } from 'vitest'
import { refusalOf, refusalsBeside } from './refusals.ts'

const refusals = [
  { field: 'routingSteps.1.relaxAfter', code: 'OUT_OF_RANGE' },
  { field: 'name', code: 'INVALID_NAME' },
  { field: null, code: 'TOO_MANY' },
  { field: 'unshown', code: 'REQUIRED' },
]

test.each([
  ['name', 'INVALID_NAME'],
  ['routingSteps.1.relaxAfter', 'OUT_OF_RANGE'],
  ['routingSteps.1', 'OUT_OF_RANGE'],
  ['routingSteps.10', undefined],
  ['nam', undefined],
])('at %s stands %s', (field, code) => expect(refusalOf(refusals, field)?.code).toBe(code))

test('what no field shows concerns the whole form', () => {
  expect(refusalsBeside(refusals, ['name', 'routingSteps']).map(({ code }) => code)).toEqual([
    'TOO_MANY',
    'REQUIRED',
  ])
})
