import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adapterContract } from '../contract-suite.ts'
import { hmacSha256Hex } from '../contract-signature.ts'
import { adapter } from './index.ts'

const webhook: unknown = JSON.parse(readFileSync(new URL('./fixtures/webhook.json', import.meta.url), 'utf8'))
const account = {
  channel: 'whatsapp' as const,
  account: 'main',
  secret: 'app-secret',
  phoneNumberId: '1001',
  token: 't',
  apiUrl: 'http://127.0.0.1:9',
}

adapterContract(adapter, {
  account,
  sign: (rawBody) => ({ 'x-hub-signature-256': `sha256=${hmacSha256Hex(account.secret, rawBody)}` }),
  bodies: {
    'many entries in one webhook; a bad one spoils no other': {
      body: webhook,
      events: [
        {
          type: 'message',
          kind: 'TEXT',
          sourceId: 'wamid.a',
          person: { sourceId: '4915112345678', displayName: 'Ada' },
        },
        {
          type: 'message',
          kind: 'FILE',
          sourceId: 'wamid.b',
          person: { sourceId: '4915187654321', displayName: 'Bo' },
        },
        { type: 'unreadable', reason: 'message: it has no sender' },
        { type: 'unreadable' },
        { type: 'receipt', sourceId: 'wamid.out', status: 'DELIVERED' },
        {
          type: 'receipt',
          sourceId: 'wamid.out2',
          status: 'FAILED',
          reason: expect.stringContaining('24 hours') as string,
        },
        { type: 'ignored', reason: 'WHATSAPP_CALL' },
        { type: 'ignored', reason: 'ACCOUNT_UPDATE' },
      ],
    },
  },
})

test('WhatsApp has verified the number of whoever writes', () => {
  expect(adapter.identifiers({ sourceId: '4915112345678' }, account)).toEqual([
    { type: 'CHANNEL_ACCOUNT', value: 'whatsapp:main:4915112345678', verified: true },
    { type: 'PHONE', value: '+4915112345678', verified: true },
  ])
  expect(adapter.identifiers({ sourceId: 'US.1349120' }, account).map(({ type }) => type)).toEqual([
    'CHANNEL_ACCOUNT',
  ])
})
