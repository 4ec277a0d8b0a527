import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adapterContract } from '../contract-suite.ts'
import { hmacSha256Hex } from '../contract-signature.ts'
import { adapter } from './index.ts'

const calls = JSON.parse(readFileSync(new URL('./fixtures/calls.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>
const account = { channel: 'phone' as const, account: 'main', secret: 'shared-secret' }

adapterContract(adapter, {
  account,
  sign: (rawBody, now) => {
    const time = Math.floor(now.getTime() / 1_000)
    return { 'x-throughline-signature': `t=${time},v1=${hmacSha256Hex(account.secret, `${time}.`, rawBody)}` }
  },
  bodies: {
    ringing: {
      body: calls['ringing'],
      events: [
        { type: 'call', step: 'RINGING', callId: 'c1', sourceId: 'e1', person: { sourceId: '+4930123456' } },
      ],
    },
    answered: { body: calls['answered'], events: [{ type: 'call', step: 'ANSWERED', agentId: 'agent-1' }] },
    ended: { body: calls['ended'], events: [{ type: 'call', step: 'ENDED', endedBy: 'CUSTOMER' }] },
    withheld: {
      body: calls['withheld'],
      events: [{ type: 'call', step: 'RINGING', person: { sourceId: 'call:c2', personal: false } }],
    },
  },
})

test("a caller's number proves nothing, and a withheld one says nothing", () => {
  const numbered = adapter.identifiers({ sourceId: '+4930123456' }, account)
  expect(numbered.map(({ type, verified }) => [type, verified])).toEqual([
    ['CHANNEL_ACCOUNT', false],
    ['PHONE', false],
  ])
  expect(adapter.identifiers({ sourceId: 'call:c2', personal: false }, account)).toEqual([])
})

test.each([
  [-301, false],
  [-299, true],
  [299, true],
  [301, false],
])('signed %i s from now: %s', (offsetSec, believed) => {
  const rawBody = Buffer.from('{}')
  const now = new Date('2026-01-05T10:00:00.000Z')
  const time = now.getTime() / 1_000 + offsetSec
  const headers = {
    'x-throughline-signature': `t=${time},v1=${hmacSha256Hex(account.secret, `${time}.`, rawBody)}`,
  }
  expect(adapter.verify({ rawBody, headers, query: {}, now }, account)).toBe(believed)
})
