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
