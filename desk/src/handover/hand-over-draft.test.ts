import { expect, test } from 'vitest'
import { handOverInput } from './hand-over-draft.ts'

test.each([
  ['person', 'WARM', 'ana', { kind: 'WARM', agentId: 'ana', queueId: null }],
  ['person', 'COLD', 'ana', { kind: 'COLD', agentId: 'ana', queueId: null }],
  ['queue', 'CONSULT', 'billing', { kind: 'COLD', agentId: null, queueId: 'billing' }],
] as const)('to a %s, %s', (to, kind, targetId, expected) => {
  expect(handOverInput('w', { to, kind, targetId, note: '  wants a refund ' })).toEqual({
    workItemId: 'w',
    note: 'wants a refund',
    ...expected,
  })
})

test('nothing is sent while nobody is chosen', () => {
  expect(handOverInput('w', { to: 'queue', kind: 'COLD', targetId: undefined, note: '' })).toBeUndefined()
})
