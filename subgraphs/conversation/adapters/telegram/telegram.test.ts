import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adapterContract } from '../contract-suite.ts'
import { adapter } from './index.ts'

const updates = JSON.parse(
  readFileSync(new URL('./fixtures/updates.json', import.meta.url), 'utf8'),
) as Record<string, unknown>
const account = {
  channel: 'telegram' as const,
  account: 'main',
  secret: 'abc_1',
  token: '1:t',
  apiUrl: 'http://127.0.0.1:9',
}

adapterContract(adapter, {
  account,
  sign: () => ({ 'x-telegram-bot-api-secret-token': account.secret }),
  bodies: {
    'a text': {
      body: updates['text'],
      events: [
        {
          type: 'message',
          kind: 'TEXT',
          text: '你好',
          sourceId: '42:7',
          person: { sourceId: '42', displayName: 'Mei Lin', locale: 'zh-CN', personal: true },
        },
      ],
    },
    'a picture in its largest size': {
      body: updates['photo'],
      events: [
        {
          type: 'message',
          kind: 'IMAGE',
          text: 'broken',
          attachments: [{ sourceRef: 'large', sizeBytes: 99 }],
        },
      ],
    },
    'a file': { body: updates['document'], events: [{ kind: 'FILE', attachments: [{ name: 'bill.pdf' }] }] },
    'a voice note': { body: updates['voice'], events: [{ kind: 'AUDIO' }] },
    'a venue': {
      body: updates['venue'],
      events: [{ kind: 'LOCATION', location: { latitude: 1.5, longitude: 2.5, name: 'Shop, High St 1' } }],
    },
    'a visiting card': { body: updates['contact'], events: [{ kind: 'CONTACT', text: 'Bob +4930' }] },
    'a kind that nobody knows yet': {
      body: updates['unknownKind'],
      events: [{ type: 'message', kind: 'UNSUPPORTED' }],
    },
    'an edit': { body: updates['edited'], events: [{ type: 'edit', sourceId: '42:7', text: '再见' }] },
    'a pressed button': {
      body: updates['callback'],
      events: [{ type: 'message', kind: 'BUTTON_REPLY', text: 'yes' }],
    },
    'a reaction': { body: updates['reaction'], events: [{ type: 'message', kind: 'REACTION', text: '👍' }] },
    'a note of the chat itself': {
      body: updates['pinned'],
      events: [{ type: 'ignored', reason: 'PINNED_MESSAGE' }],
    },
    'an update without words': {
      body: updates['member'],
      events: [{ type: 'ignored', reason: 'MY_CHAT_MEMBER' }],
    },
    'a group': {
      body: updates['group'],
      events: [{ type: 'message', person: { sourceId: '-5', displayName: 'Neighbours', personal: false } }],
    },
  },
})

test('a group identifies nobody', () => {
  expect(adapter.identifiers({ sourceId: '-5', personal: false }, account)).toEqual([])
})
