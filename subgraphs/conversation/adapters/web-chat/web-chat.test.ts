import { expect, test } from 'vitest'
import { adapterContract } from '../contract-suite.ts'
import { adapter } from './index.ts'

const account = { channel: 'web-chat', account: 'main' } as const

adapterContract(adapter, { account, bodies: {} })

test('a visitor is who their token says', () => {
  expect(adapter.identifiers({ sourceId: 'v1' }, account)).toEqual([
    { type: 'CHANNEL_ACCOUNT', value: 'web-chat:main:v1', verified: true },
  ])
})

test('what the site has signed of its user is proof, under the site’s name', () => {
  const proved = {
    issuer: 'https://shop.example',
    subject: 'u:1',
    email: 'mei@example.org',
    phone: '+14155552671',
  }
  expect(adapter.identifiers({ sourceId: 'v1', proved }, account).slice(1)).toEqual([
    { type: 'EXTERNAL_ID', value: 'https://shop.example:u:1', verified: true },
    { type: 'EMAIL', value: 'mei@example.org', verified: true },
    { type: 'PHONE', value: '+14155552671', verified: true },
  ])
})
