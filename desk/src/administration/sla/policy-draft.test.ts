import { expect, test } from 'vitest'
import { changePolicy, policyDraft, policyInput } from './policy-draft.ts'

test('a policy that becomes one of calls has a clock that calls have, and no pauses', () => {
  const paused = changePolicy(policyDraft(undefined), { metric: 'RESOLUTION', pauseOn: ['CUSTOMER_TURN'] })
  expect(paused.pauseOn).toEqual(['CUSTOMER_TURN'])
  expect(changePolicy(paused, { mediaType: 'VOICE' })).toMatchObject({ metric: 'RESOLUTION', pauseOn: [] })
  expect(changePolicy(paused, { metric: 'FIRST_RESPONSE' }).pauseOn).toEqual([])
  expect(changePolicy(policyDraft(undefined), { mediaType: 'VOICE' }).metric).toBe('SPEED_OF_ANSWER')
})

test('empty fields are for all contacts', () => {
  const draft = { ...policyDraft(undefined), id: ' vip ', name: ' VIP ', channel: '  ', customerTier: '' }
  expect(policyInput(draft)).toMatchObject({ id: 'vip', name: 'VIP', channel: null, customerTier: null })
})
