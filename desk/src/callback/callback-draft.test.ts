import { expect, test } from 'vitest'
import { type CallbackDraft, callbackInput, phoneOf } from './callback-draft.ts'

const soon: CallbackDraft = { when: 'SOON', at: '', phone: '', sameAgent: false }

test.each([
  ['+49 (30) 901-820', '+4930901820'],
  ['', null],
  ['  ', null],
  ['030 901820', undefined],
  ['+49', undefined],
  ['+49 30 call me', undefined],
])('%j is read as %j', (written, expected) => expect(phoneOf(written)).toBe(expected))

test('as soon as possible, to the contact’s own number', () => {
  expect(callbackInput('w', soon)).toEqual({ workItemId: 'w', at: null, phone: null, sameAgent: false })
})

test('at an instant of this machine’s zone', () => {
  const input = callbackInput('w', { ...soon, when: 'AT', at: '2026-11-26T09:30', sameAgent: true })
  expect(input).toMatchObject({ at: new Date(2026, 10, 26, 9, 30).toISOString(), sameAgent: true })
})

test.each([
  { ...soon, when: 'AT' as const },
  { ...soon, phone: '12' },
])('nothing is sent while %j is not complete', (draft) => {
  expect(callbackInput('w', draft)).toBeUndefined()
})
