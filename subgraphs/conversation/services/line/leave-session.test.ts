import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import type { ConversationConfig } from '../../config.ts'
import { conversationSubgraph } from '../../definition.ts'
import { type Conversation, Conversations } from '../../models/conversation.ts'
import { type Message, Messages } from '../../models/message.ts'
import { type Session, Sessions } from '../../models/session.ts'
import { testAccounts } from '../../testkit/accounts.ts'
import { lineOf } from '../../testing/line-under-test.ts'
import { joinAgent } from './join-agent.ts'
import { type Leaving, leaveSession } from './leave-session.ts'

let subgraph: TestSubgraph<ConversationConfig>
beforeAll(async () => {
  const env = { CHANNEL_ACCOUNTS: testAccounts('http://127.0.0.1:9') }
  subgraph = await createTestSubgraph(conversationSubgraph, { env })
})
afterAll(() => subgraph.stop())

const agent = (id: string): Viewer => ({ kind: 'staff', id, name: id, roles: ['agent'] })

async function chat() {
  const sent = await lineOf(subgraph).write(newId())
  const id = sent?.conversation?.openSession.id ?? ''
  const { ctx } = subgraph

  async function session(): Promise<Session> {
    const found = await Sessions(ctx.db).findById(id).lean<Session>()
    if (!found) throw new Error('no session')
    return found
  }
  const join = (agentId: string, { reservationId = newId(), consult = false } = {}) =>
    ctx.transaction((tx) =>
      joinAgent(
        ctx,
        { sessionId: id, reservationId, agentId, agentName: agentId, consult, at: new Date() },
        tx,
      ),
    )
  const leave = async (agentId: string, reservationId: string, transfer?: Leaving['transfer']) => {
    const { conversationId } = await session()
    const leaving: Leaving = {
      reservationId,
      workItemId: newId(),
      sessionId: id,
      conversationId,
      agentId,
      reason: transfer ? 'TRANSFERRED' : 'GIVEN_BACK',
      ...(transfer ? { transfer } : {}),
      releasedAt: new Date(),
    }
    await ctx.transaction((tx) => leaveSession(ctx, leaving, tx))
  }
  const codeOfWriting = async (agentId: string) => {
    const document = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }`
    const input = { sessionId: id, text: 'hello', clientMessageId: newId() }
    const { errors } = await subgraph.query(agent(agentId), document, { input })
    return errors?.[0]?.extensions?.code
  }
  const open = async () => (await session()).segments.filter(({ endedAt }) => !endedAt)
  return { id, session, join, leave, codeOfWriting, open }
}

test('who has handed a chat on may not write in it any more, and the line shows it', async () => {
  const { session, join, leave, codeOfWriting, open } = await chat()
  await join('ada', { reservationId: 'r1' })
  expect(await codeOfWriting('ada')).toBeUndefined()
  await leave('ada', 'r1', { kind: 'COLD', toQueueName: 'Billing' })
  await join('bo')
  expect(await codeOfWriting('ada')).toBe('NOT_YOUR_SESSION')
  expect(await codeOfWriting('bo')).toBeUndefined()
  expect(await open()).toMatchObject([{ kind: 'INTERACT', agentId: 'bo' }])
  const { conversationId, segments } = await session()
  expect(segments.map(({ kind }) => kind)).toEqual(['QUEUE', 'INTERACT', 'QUEUE', 'INTERACT'])
  const entry = await Messages(subgraph.ctx.db).findOne({ conversationId, kind: 'SYSTEM' }).lean<Message>()
  expect(entry).toMatchObject({
    author: { id: 'ada', purpose: 'AGENT' },
    text: 'Handed on to Billing',
    transfer: { kind: 'COLD', fromAgentId: 'ada', toAgentId: null, toName: 'Billing' },
  })
  const conversation = await Conversations(subgraph.ctx.db).findById(conversationId).lean<Conversation>()
  expect(conversation?.participants.find(({ id }) => id === 'ada')?.leftAt).toBeInstanceOf(Date)
  expect(conversation?.participants.find(({ id }) => id === 'bo')?.leftAt).toBeNull()
})

test('who advises may write beside the agent who keeps it, and goes on alone when that one leaves', async () => {
  const { session, join, leave, codeOfWriting, open } = await chat()
  await join('ada', { reservationId: 'r1' })
  await join('bo', { consult: true })
  expect((await session()).agentIds).toEqual(['bo', 'ada'])
  expect(await open()).toMatchObject([{ kind: 'INTERACT', agentId: 'ada' }])
  expect([await codeOfWriting('ada'), await codeOfWriting('bo')]).toEqual([undefined, undefined])
  await leave('ada', 'r1', { kind: 'WARM', toAgentId: 'bo', toAgentName: 'bo' })
  expect((await session()).agentIds).toEqual(['bo'])
  expect(await open()).toMatchObject([{ kind: 'INTERACT', agentId: 'bo' }])
  expect(await codeOfWriting('ada')).toBe('NOT_YOUR_SESSION')
})

test('who advised leaves without a trace in the line, and the agent goes on', async () => {
  const { session, join, leave, open } = await chat()
  await join('ada')
  await join('bo', { reservationId: 'r2', consult: true })
  await leave('bo', 'r2')
  expect((await session()).agentIds).toEqual(['ada'])
  expect(await open()).toMatchObject([{ kind: 'INTERACT', agentId: 'ada' }])
})

test('news of an earlier hold that come late take nothing from who has it anew', async () => {
  const { join, leave, codeOfWriting } = await chat()
  await join('ada', { reservationId: 'r1' })
  await join('ada', { reservationId: 'r2' })
  await leave('ada', 'r1')
  expect(await codeOfWriting('ada')).toBeUndefined()
  await leave('ada', 'r2')
  expect(await codeOfWriting('ada')).toBe('NOT_YOUR_SESSION')
})
