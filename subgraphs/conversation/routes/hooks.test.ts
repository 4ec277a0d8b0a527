import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { until } from '#platform/testkit/until.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import type { ConversationConfig } from '../config.ts'
import { conversationSubgraph } from '../definition.ts'
import { Conversations } from '../models/conversation.ts'
import { type Message, Messages } from '../models/message.ts'
import { RawPayloads } from '../models/raw-payload.ts'
import { Sessions } from '../models/session.ts'
import { postSigned, signatureHeaders, testAccounts } from '../testkit/accounts.ts'
import { telegramText, whatsappText, whatsappWebhook } from '../testkit/payloads.ts'

let subgraph: TestSubgraph<ConversationConfig>
beforeAll(async () => {
  subgraph = await createTestSubgraph(conversationSubgraph, { env: { CHANNEL_ACCOUNTS: testAccounts() } })
})
afterAll(() => subgraph.stop())

/** Waits until intake has nothing left to do. */
async function settled(): Promise<void> {
  await until(
    'intake is done',
    async () => !(await RawPayloads(subgraph.ctx.db).exists({ state: 'PENDING' })),
  )
}

async function storeCounts() {
  const { db } = subgraph.ctx
  const collections = [RawPayloads, Messages, Sessions, Conversations] as const
  return Promise.all(collections.map((model) => model(db).estimatedDocumentCount()))
}

describe('refusals', () => {
  test.each([
    ['telegram', telegramText(1, 'hi')],
    ['whatsapp', whatsappWebhook({ messages: [whatsappText('wamid.1', 'hi')] })],
    [
      'phone',
      {
        eventId: 'e',
        callId: 'c',
        type: 'ringing',
        from: '+4930123456',
        to: '1',
        at: '2026-01-05T10:00:00Z',
      },
    ],
  ] as const)('a wrong signature of %s makes 401 and nothing in the store', async (channel, payload) => {
    const before = await storeCounts()
    expect(await postSigned(subgraph.url, channel, payload, { secret: 'somebody-else' })).toBe(401)
    const unsigned = await fetch(`${subgraph.url}/hooks/${channel}/main`, {
      method: 'POST',
      body: JSON.stringify(payload),
    })
    expect(unsigned.status).toBe(401)
    expect(await unsigned.text()).toBe('')
    expect(await storeCounts()).toEqual(before)
  })

  test('a call event that was signed long ago is refused', async () => {
    const atSec = Math.floor(Date.now() / 1_000) - 301
    expect(await postSigned(subgraph.url, 'phone', { any: 1 }, { atSec })).toBe(401)
  })

  test('a body that was changed on its way is refused', async () => {
    const body = JSON.stringify(whatsappWebhook({ messages: [whatsappText('wamid.2', 'pay 10')] }))
    const response = await fetch(`${subgraph.url}/hooks/whatsapp/main`, {
      method: 'POST',
      headers: signatureHeaders('whatsapp', body),
      body: body.replace('pay 10', 'pay 99'),
    })
    expect(response.status).toBe(401)
  })

  test.each(['/hooks/telegram/other', '/hooks/fax/main', '/hooks/web-chat/main'])(
    '%s is unknown',
    async (path) => {
      const response = await fetch(`${subgraph.url}${path}`, { method: 'POST', body: '{}' })
      expect(response.status).toBe(404)
    },
  )

  test('a body of more than 1 MiB is refused', async () => {
    const long = telegramText(3, 'x'.repeat(1_100_000))
    expect(await postSigned(subgraph.url, 'telegram', long)).toBe(413)
  })
})

test("Meta's question is answered with its challenge, and only for our token", async () => {
  const ask = (token: string) =>
    fetch(
      `${subgraph.url}/hooks/whatsapp/main?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=11581`,
    )
  const right = await ask('verify-me')
  expect([right.status, await right.text()]).toEqual([200, '11581'])
  expect((await ask('guess')).status).toBe(403)
})

test('the same payload sent 100 times at once makes one message', async () => {
  const payload = telegramText(100, 'only once', 100)
  const statuses = await Promise.all(
    Array.from({ length: 100 }, () => postSigned(subgraph.url, 'telegram', payload)),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  await settled()
  const messages = await Messages(subgraph.ctx.db).find({ text: 'only once' }).lean<Message[]>()
  expect(messages).toHaveLength(1)
  const [message] = messages
  const started = subgraph
    .emitted(sessionStarted)
    .filter(({ payload: p }) => p.sessionId === message?.sessionId)
  const requested = subgraph
    .emitted(workRequested)
    .filter(({ payload: p }) => p.sessionId === message?.sessionId)
  expect(started).toHaveLength(1)
  expect(requested).toHaveLength(1)
  expect(started[0]?.payload).toMatchObject({
    mediaType: 'SOCIAL',
    displayName: 'Mei',
    locale: 'zh-CN',
    identifiers: [{ type: 'CHANNEL_ACCOUNT', value: 'telegram:main:100', verified: true }],
  })
})

test('one message in two different deliveries is one message', async () => {
  const first = whatsappWebhook({ messages: [whatsappText('wamid.twice', 'a', '491')] })
  const second = whatsappWebhook({
    messages: [whatsappText('wamid.twice', 'a', '491'), whatsappText('wamid.new', 'b', '491')],
  })
  await Promise.all([
    postSigned(subgraph.url, 'whatsapp', first),
    postSigned(subgraph.url, 'whatsapp', second),
  ])
  await settled()
  const messages = await Messages(subgraph.ctx.db)
    .find({ channel: 'whatsapp', sourceId: /twice|new/ })
    .lean<Message[]>()
  expect(messages.map(({ text }) => text).sort()).toEqual(['a', 'b'])
})

test('50 messages at once on one conversation stand in sequence 1 to 50 without gaps', async () => {
  await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      postSigned(subgraph.url, 'telegram', telegramText(500 + at, `m${at}`, 50)),
    ),
  )
  await settled()
  const messages = await Messages(subgraph.ctx.db)
    .find({ sourceId: /^50:/ })
    .sort({ sequence: 1 })
    .lean<Message[]>()
  expect(messages.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  expect(new Set(messages.map(({ sessionId }) => sessionId)).size).toBe(1)
})

test('the bytes at rest are unreadable', async () => {
  await postSigned(subgraph.url, 'telegram', telegramText(900, 'my secret words', 900))
  await settled()
  const raw = await subgraph.ctx.db.collection('rawPayloads').findOne({ sourceId: '900' })
  expect(JSON.stringify(raw)).not.toContain('secret words')
  expect(raw?.['body'].buffer.includes('secret words')).toBe(false)
  expect(raw).toMatchObject({ state: 'DONE' })
  expect(raw?.['purgeAt'].getTime() - raw?.['receivedAt'].getTime()).toBeLessThanOrEqual(
    72 * 3_600_000 + 60_000,
  )
})

const recorded = new URL('../../../../shared/data/channels/', import.meta.url)
const absent = existsSync(recorded) ? undefined : 'the recorded payloads (../shared/data) are not here'

describe('recorded payloads', () => {
  beforeEach(({ skip }) => skip(absent !== undefined, absent))
  const read = (path: string) =>
    JSON.parse(readFileSync(new URL(path, recorded), 'utf8')) as Record<string, unknown>

  test('Telegram', async () => {
    const file = read('telegram/vercel-chat_telegram.json')
    for (const name of ['mention', 'followUp']) {
      expect(await postSigned(subgraph.url, 'telegram', file[name])).toBe(200)
    }
    await settled()
    const messages = await Messages(subgraph.ctx.db)
      .find({ sourceId: /^7527593:/ })
      .sort({ sequence: 1 })
      .lean<Message[]>()
    expect(messages.map(({ kind, text, author }) => [kind, text, author.displayName])).toEqual([
      ['TEXT', '@vercelchatsdkbot hi', 'Test User'],
      ['TEXT', 'how are you', 'Test User'],
    ])
  })

  test('WhatsApp, counted by kind', async () => {
    const names = [
      'message',
      'callback_button',
      'edited_message',
      'system',
      'message_status',
      'call_connect',
      'call_status',
      'call_terminate',
    ]
    const payloads = names.flatMap((name) => Object.values(read(`whatsapp/${name}.json`)))
    for (const [at, payload] of payloads.entries()) {
      // The recordings share their ids, which a provider never does: each gets its own.
      const own = JSON.stringify(payload).replaceAll('wamid.', `wamid.${at}.`)
      expect(await postSigned(subgraph.url, 'whatsapp', own)).toBe(200)
    }
    await settled()
    const rows = await Messages(subgraph.ctx.db)
      .find({ channel: 'whatsapp', sourceId: /^wamid\.\d+\./ })
      .lean<Message[]>()
    const counts = Object.fromEntries(
      [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]),
    )
    expect(counts).toEqual({
      TEXT: 5,
      // One of them is the edit of a picture that we had never seen.
      IMAGE: 3,
      VIDEO: 1,
      FILE: 1,
      AUDIO: 2,
      STICKER: 2,
      REACTION: 3,
      LOCATION: 2,
      CONTACT: 1,
      BUTTON_REPLY: 3,
      SYSTEM: 2,
      // An order, two unsupported by WhatsApp itself, one interactive message without its contents.
      UNSUPPORTED: 4,
    })
    const states = await RawPayloads(subgraph.ctx.db).distinct('state', { channel: 'whatsapp' })
    expect(states.sort()).toEqual(['DONE', 'IGNORED'])
    const ignored = await RawPayloads(subgraph.ctx.db).distinct('parts.reason', {
      channel: 'whatsapp',
      state: 'IGNORED',
    })
    expect(ignored.sort()).toEqual(['RECEIPT_OF_UNKNOWN_MESSAGE', 'WHATSAPP_CALL'])
  })
})
