import { expect, test } from 'vitest'
import { readRefusal } from './refusal.ts'

test.each([
  ['SUBGRAPH_UNAVAILABLE', 'again'],
  ['RATE_LIMITED', 'again'],
  ['SLOW_CONSUMER', 'again'],
  ['INTERNAL', 'again'],
  ['LIVE_CURSOR_EXPIRED', 'gap'],
  ['LIVE_CURSOR_INVALID', 'gap'],
  ['UNAUTHENTICATED', 'sign-in'],
  ['FORBIDDEN', 'final'],
  ['NOT_FOUND', 'final'],
  ['BAD_USER_INPUT', 'final'],
  ['SUBSCRIPTION_REMOVED', 'final'],
  ['DOCUMENT_NOT_TRUSTED', 'final'],
  ['COST_TOO_HIGH', 'final'],
  ['OPERATION_TIMEOUT', 'again'],
  ['TOO_MANY_SUBSCRIPTIONS', 'again'],
  ['GRAPHQL_PARSE_FAILED', 'final'],
  ['PERSISTED_QUERY_NOT_FOUND', 'full-text'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'full-text'],
])('%s: %s', (code, verdict) => {
  const errors = [{ message: 'why', extensions: { code } }]
  expect(readRefusal(errors)).toEqual({ verdict, code, message: 'why', retryAfterMs: 0 })
})

test('a server that says when to come back is not asked sooner', () => {
  const extensions = { code: 'RATE_LIMITED', parameters: { retryAfterSec: 2 } }
  expect(readRefusal([{ message: 'busy', extensions }]).retryAfterMs).toBe(2_000)
})

test.each([[undefined], [null], [[]], ['x'], [[null]], [[{}]]])('%j is worth another try', (errors) => {
  expect(readRefusal(errors)).toMatchObject({ verdict: 'again', code: '' })
})
