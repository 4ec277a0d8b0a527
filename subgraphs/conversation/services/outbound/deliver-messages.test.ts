import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { until } from '#platform/testkit/until.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import type { ConversationConfig } from '../../config.ts'
import { conversationSubgraph } from '../../definition.ts'
import { type DeliveryStatus, type Message, Messages } from '../../models/message.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { postSigned, type SignedChannel, testAccounts } from '../../testkit/accounts.ts'
import { telegramText, whatsappText, whatsappWebhook } from '../../testkit/payloads.ts'
import { startProviderServer } from '../../testkit/provider-server.ts'

const agent: Viewer = { kind: 'staff', id: 'agent-1', name: 'Ada', roles: ['agent'] }
const stranger: Viewer = { kind: 'staff', id: 'agent-2', name: 'Bo', roles: ['agent'] }
const supervisor: Viewer = { kind: 'staff', id: 'boss', name: 'Cy', roles: ['supervisor'] }

const send = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
  message { id sequence delivery { status reason } author { id displayName purpose } } userErrors { code field } } }`

let provider: Awaited<ReturnType<typeof startProviderServer>>
let subgraph: TestSubgraph<ConversationConfig>
let chat = 1_000
beforeAll(async () => {
  provider = await startProviderServer()
  const env = { CHANNEL_ACCOUNTS: testAccounts(provider.url), SWEEP_AFTER_MS: '200', DELIVERY_ATTEMPTS: '3' }
  subgraph = await createTestSubgraph(conversationSubgraph, { env })
})
afterAll(async () => {
  await subgraph.stop()
  await provider.stop()
})
beforeEach(() => void provider.calls.splice(0))

/** A customer has written and the agent has taken it. */
async function taken(channel: SignedChannel = 'telegram'): Promise<Session> {
  const address = ++chat
  const payload =
    channel === 'telegram'
      ? telegramText(address, 'hello', address)
      : whatsappWebhook({
          messages: [whatsappText(`wamid.in.${address}`, 'hello', String(4_915_100_000_000 + address))],
        })
  await postSigned(subgraph.url, channel, payload)
  const sourceId = channel === 'telegram' ? String(address) : String(4_915_100_000_000 + address)
  const session = await until('a session', () =>
    Sessions(subgraph.ctx.db).findOne({ sourceId }).lean<Session>(),
  )
  await deliver(subgraph.ctx, conversationSubgraph.consumers ?? [], reservationAccepted, {
    reservationId: newId(),
    workItemId: newId(),
    sessionId: session._id,
    conversationId: session.conversationId,
    queueId: 'q',
    agentId: 'agent-1',
    agentName: 'Ada',
    acceptedAt: new Date(),
  })
  return session
}

function answer(session: Session, text: string, viewer: Viewer = agent, clientMessageId = newId()) {
  return subgraph.query<{
    sendMessage: { message: { id: string } | null; userErrors: Array<{ code: string }> }
  }>(viewer, send, { input: { sessionId: session._id, text, clientMessageId } })
}

async function delivered(session: Session, status: DeliveryStatus, count = 1): Promise<Message[]> {
  return until(`${count} ${status}`, async () => {
    const rows = await Messages(subgraph.ctx.db)
      .find({ sessionId: session._id, 'delivery.status': status })
      .sort({ sequence: 1 })
      .lean<Message[]>()
    return rows.length === count ? rows : undefined
  })
}

test("an answer leaves by Telegram's Bot API, once, and answers the session", async () => {
  const session = await taken()
  const clientMessageId = newId()
  const results = await Promise.all([1, 2, 3].map(() => answer(session, 'good day', agent, clientMessageId)))
  expect(new Set(results.map(({ data }) => data?.sendMessage.message?.id)).size).toBe(1)
  const [sent] = await delivered(session, 'SENT')
  expect(provider.calls.map(({ path, body }) => [path, body])).toEqual([
    ['/telegram/bot1:t/sendMessage', { chat_id: Number(session.sourceId), text: 'good day' }],
  ])
  expect(sent?.sourceId).toMatch(new RegExp(`^${session.sourceId}:\\d+$`))
  const answers = subgraph.emitted(sessionAnswered).filter(({ payload }) => payload.sessionId === session._id)
  expect(answers).toHaveLength(1)
  expect(answers[0]?.payload.agentId).toBe('agent-1')
})

test("WhatsApp's receipts move the message on and never back", async () => {
  const session = await taken('whatsapp')
  await answer(session, 'good day')
  const [sent] = await delivered(session, 'SENT')
  expect(provider.calls[0]).toMatchObject({
    path: '/whatsapp/1001/messages',
    headers: { authorization: 'Bearer w' },
    body: { messaging_product: 'whatsapp', to: session.sourceId, type: 'text', text: { body: 'good day' } },
  })
  const receipt = (status: string) => ({
    id: sent?.sourceId,
    status,
    timestamp: '1767224999',
    recipient_id: session.sourceId,
  })
  await postSigned(subgraph.url, 'whatsapp', whatsappWebhook({ statuses: [receipt('read')] }))
  await delivered(session, 'READ')
  await postSigned(subgraph.url, 'whatsapp', whatsappWebhook({ statuses: [receipt('delivered')] }))
  await postSigned(
    subgraph.url,
    'whatsapp',
    whatsappWebhook({ messages: [whatsappText(newId(), 'after', session.sourceId)] }),
  )
  await until('what came after', () =>
    Messages(subgraph.ctx.db).exists({ sessionId: session._id, text: 'after' }),
  )
  await delivered(session, 'READ')
})

test('429 is waited out as long as it asks, and what follows waits behind it', async () => {
  const session = await taken()
  const tooMany = {
    ok: false,
    error_code: 429,
    description: 'Too Many Requests',
    parameters: { retry_after: 2 },
  }
  provider.answerNext({ status: 429, body: tooMany })
  const askedAt = Date.now()
  await answer(session, 'first')
  await until('the refusal', () => provider.calls.length === 1)
  const waiting = await until('the note of it', () =>
    Messages(subgraph.ctx.db).findOne({ sessionId: session._id, 'delivery.attempts': 1 }).lean<Message>(),
  )
  // Twice as long as our own first wait: it is the provider's figure that counts.
  expect(waiting.delivery?.nextTryAt?.getTime()).toBeGreaterThanOrEqual(askedAt + 2_000)
  await answer(session, 'second')
  await delivered(session, 'SENT', 2)
  expect(provider.calls.map(({ body }) => body['text'])).toEqual(['first', 'first', 'second'])
})

test.each([
  [403, 'Forbidden: bot was blocked by the user', 'blocked our bot'],
  [400, 'Bad Request: chat not found', 'no longer lets us write'],
  [401, 'Unauthorized', 'Ask an administrator'],
])('%i "%s" fails at once, with words to act on', async (status, description, words) => {
  const session = await taken()
  provider.answerNext({ status, body: { ok: false, error_code: status, description } })
  await answer(session, 'refused')
  await answer(session, 'next')
  const [failed] = await delivered(session, 'FAILED')
  expect(failed?.delivery?.reason).toContain(words)
  // It holds up nothing.
  await delivered(session, 'SENT')
})

test('a provider that stays away is given up after the tries that are configured', async () => {
  const session = await taken()
  const away = { status: 503, body: {} }
  provider.answerNext(away, away, away)
  await answer(session, 'nobody hears')
  const [failed] = await delivered(session, 'FAILED')
  expect(failed?.delivery?.reason).toContain('503')
  expect(provider.calls).toHaveLength(3)
})

test('a message whose job was lost is taken up by the sweeper', async () => {
  const session = await taken()
  const message = {
    conversationId: session.conversationId,
    sessionId: session._id,
    channel: session.channel,
    account: session.account,
    sequence: 99,
    kind: 'TEXT' as const,
    text: 'left behind',
    author: { id: 'agent-1', purpose: 'AGENT' as const, displayName: 'Ada' },
    sentAt: new Date(),
    delivery: {
      status: 'SENDING' as const,
      reason: null,
      at: new Date(),
      attempts: 0,
      nextTryAt: new Date(0),
    },
  }
  await Messages(subgraph.ctx.db).create({ _id: newId(), ...message })
  await delivered(session, 'SENT')
})

describe('who may answer', () => {
  test('only the agent who has it, or a supervisor', async () => {
    const session = await taken()
    expect((await answer(session, 'x', stranger)).errors?.[0]?.extensions?.['code']).toBe('NOT_YOUR_SESSION')
    expect((await answer(session, 'x', { kind: 'visitor', id: 'v' })).errors?.[0]?.extensions?.['code']).toBe(
      'FORBIDDEN',
    )
    expect((await answer(session, 'x', supervisor)).data?.sendMessage.userErrors).toEqual([])
  })

  test.each([
    ['  ', 'TEXT_EMPTY'],
    ['x'.repeat(4_001), 'TEXT_TOO_LONG'],
  ])('a text that is no text is refused beside its field', async (text, code) => {
    const session = await taken()
    expect((await answer(session, text)).data?.sendMessage).toEqual({
      message: null,
      userErrors: [{ code, field: 'text' }],
    })
  })

  test('nothing goes out after the end, and the next message of the customer opens a session again', async () => {
    const session = await taken()
    const end = 'mutation ($id: ID!) { endSession(id: $id) { session { status } userErrors { code } } }'
    const [ended, again] = [
      await subgraph.query(agent, end, { id: session._id }),
      await subgraph.query(agent, end, { id: session._id }),
    ]
    expect(ended.data).toEqual({ endSession: { session: { status: 'ENDED' }, userErrors: [] } })
    expect(again.data).toEqual(ended.data)
    expect((await answer(session, 'late')).data?.sendMessage.userErrors).toMatchObject([
      { code: 'SESSION_ENDED' },
    ])
    await postSigned(subgraph.url, 'telegram', telegramText(++chat, 'me again', Number(session.sourceId)))
    const next = await until('a new session', () =>
      Sessions(subgraph.ctx.db)
        .findOne({ channelIdentityId: session.channelIdentityId, status: 'OPEN' })
        .lean<Session>(),
    )
    expect(next._id).not.toBe(session._id)
    expect(next.conversationId).toBe(session.conversationId)
  })
})
