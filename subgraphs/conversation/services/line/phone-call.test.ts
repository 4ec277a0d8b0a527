import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { until } from '#platform/testkit/until.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import { sessionEnded } from '#schema/events/session-ended.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import { hmacSha256Hex } from '../../adapters/contract-signature.ts'
import type { ConversationConfig } from '../../config.ts'
import { conversationSubgraph } from '../../definition.ts'
import { type Conversation, Conversations } from '../../models/conversation.ts'
import { type Message, Messages } from '../../models/message.ts'
import { RawPayloads } from '../../models/raw-payload.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { postSigned, testAccounts } from '../../testkit/accounts.ts'
import { callEvent } from '../../testkit/payloads.ts'
import { startProviderServer } from '../../testkit/provider-server.ts'

let provider: Awaited<ReturnType<typeof startProviderServer>>
let subgraph: TestSubgraph<ConversationConfig>
beforeAll(async () => {
  provider = await startProviderServer()
  const env = { CHANNEL_ACCOUNTS: testAccounts(provider.url) }
  subgraph = await createTestSubgraph(conversationSubgraph, { env })
})
afterAll(async () => {
  await subgraph.stop()
  await provider.stop()
})

async function post(...events: Array<ReturnType<typeof callEvent>>): Promise<void> {
  for (const event of events) expect(await postSigned(subgraph.url, 'phone', event)).toBe(200)
  await until(
    'intake is done',
    async () => !(await RawPayloads(subgraph.ctx.db).exists({ state: 'PENDING' })),
  )
}

async function sessionOf(callId: string): Promise<Session> {
  return until(`the session of ${callId}`, () =>
    Sessions(subgraph.ctx.db).findOne({ callId }).lean<Session>(),
  )
}

function eventsOf(session: Session) {
  return {
    started: subgraph.emitted(sessionStarted).filter(({ payload }) => payload.sessionId === session._id),
    requested: subgraph.emitted(workRequested).filter(({ payload }) => payload.sessionId === session._id),
    answered: subgraph.emitted(sessionAnswered).filter(({ payload }) => payload.sessionId === session._id),
    ended: subgraph.emitted(sessionEnded).filter(({ payload }) => payload.sessionId === session._id),
  }
}

test('a call rings, is taken, connected, and ends', async () => {
  await post(callEvent('call-1', 'ringing'))
  const session = await sessionOf('call-1')
  expect(session).toMatchObject({ mediaType: 'VOICE', status: 'OPEN', sourceId: '+4930123456' })
  expect(eventsOf(session).started[0]?.payload.identifiers).toContainEqual({
    type: 'PHONE',
    value: '+4930123456',
    verified: false,
  })
  expect(eventsOf(session).requested).toHaveLength(1)

  await deliver(subgraph.ctx, conversationSubgraph.consumers ?? [], reservationAccepted, {
    reservationId: newId(),
    workItemId: newId(),
    sessionId: session._id,
    conversationId: session.conversationId,
    queueId: 'q',
    agentId: 'agent-1',
    agentName: 'Ada',
    acceptedAt: new Date('2026-01-05T10:00:05.000Z'),
  })
  await until('the command to connect', () => provider.calls.length === 1)
  const [command] = provider.calls
  expect(command).toMatchObject({ path: '/phone/calls/call-1/connect', body: { agentId: 'agent-1' } })
  const [, time, signature] =
    /^t=(\d+),v1=(\w+)$/.exec(String(command?.headers['x-throughline-signature'])) ?? []
  expect(signature).toBe(
    hmacSha256Hex('phone-shared-secret', `${time}.`, JSON.stringify({ agentId: 'agent-1' })),
  )

  await post(callEvent('call-1', 'answered', { agentId: 'agent-1' }))
  await post(callEvent('call-1', 'ended', { cause: 'caller-hung-up' }))
  const over = await sessionOf('call-1')
  expect(over.segments.map(({ kind, agentId, endedAt }) => [kind, agentId, endedAt !== null])).toEqual([
    ['QUEUE', null, true],
    ['ALERT', 'agent-1', true],
    ['INTERACT', 'agent-1', true],
    ['WRAPUP', 'agent-1', false],
  ])
  const { answered, ended } = eventsOf(session)
  expect(answered.map(({ payload }) => [payload.agentId, payload.answeredAt.toISOString()])).toEqual([
    ['agent-1', '2026-01-05T10:00:09.000Z'],
  ])
  expect(ended.map(({ payload }) => [payload.endedBy, payload.answered])).toEqual([['CUSTOMER', true]])
  const line = await Messages(subgraph.ctx.db)
    .find({ sessionId: session._id })
    .sort({ sequence: 1 })
    .lean<Message[]>()
  expect(line.map(({ kind, callStep, sequence }) => [kind, callStep, sequence])).toEqual([
    ['CALL', 'RINGING', 1],
    ['CALL', 'ANSWERED', 2],
    ['CALL', 'ENDED', 3],
  ])
  const conversation = await Conversations(subgraph.ctx.db)
    .findById(session.conversationId)
    .lean<Conversation>()
  expect(conversation).toMatchObject({ status: 'CLOSED', openSessions: 0 })
})

test('a caller who hangs up first was not answered', async () => {
  await post(
    callEvent('call-2', 'ringing', { from: '+4930222222' }),
    callEvent('call-2', 'ended', { from: '+4930222222' }),
  )
  const session = await sessionOf('call-2')
  expect(eventsOf(session).ended.map(({ payload }) => payload.answered)).toEqual([false])
})

test('events in the wrong order end in the same state, and ask for nobody', async () => {
  const from = { from: '+4930333333' }
  await post(
    callEvent('call-3', 'ended', from),
    callEvent('call-3', 'ringing', from),
    callEvent('call-3', 'answered', from),
  )
  const session = await sessionOf('call-3')
  expect(session.status).toBe('ENDED')
  const { started, requested, answered, ended } = eventsOf(session)
  expect([started, requested, answered, ended].map((events) => events.length)).toEqual([1, 0, 0, 1])
})

test('two people call from one number, and two withhold theirs: each call is a session', async () => {
  const anonymous = { from: 'anonymous' }
  await post(
    callEvent('call-4', 'ringing', { from: '+4930444444' }),
    callEvent('call-5', 'ringing', { from: '+4930444444' }),
    callEvent('call-6', 'ringing', anonymous),
    callEvent('call-7', 'ringing', anonymous),
  )
  const sessions = await Promise.all(['call-4', 'call-5', 'call-6', 'call-7'].map(sessionOf))
  expect(sessions.map(({ status }) => status)).toEqual(['OPEN', 'OPEN', 'OPEN', 'OPEN'])
  const [one, two, three, four] = sessions.map(({ conversationId }) => conversationId)
  expect(one).toBe(two)
  expect(three).not.toBe(four)
})
