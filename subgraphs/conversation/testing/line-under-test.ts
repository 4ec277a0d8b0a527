import { expect } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import type { ConversationConfig } from '../config.ts'
import { conversationSubgraph } from '../definition.ts'
import { type Session, Sessions } from '../models/session.ts'

/** What `sendVisitorMessage` answers. */
export interface Sent {
  sendVisitorMessage: {
    message: { id: string; sequence: number; cursor: string } | null
    conversation: { id: string; openSession: { id: string } } | null
    userErrors: Array<{ code: string; field: string | null }>
  }
}
export const sendVisitorMessage = `mutation ($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) {
  message { id sequence cursor } conversation { id openSession { id } } userErrors { code field } } }`

/** What happens on the line of a conversation subgraph under test. */
export function lineOf(subgraph: TestSubgraph<ConversationConfig>) {
  /** A visitor writes a message; the first one begins a conversation. */
  async function write(visitorId: string, text = 'hello', clientMessageId = newId()) {
    const viewer: Viewer = { kind: 'visitor', id: visitorId }
    const { data, errors } = await subgraph.query<Sent>(viewer, sendVisitorMessage, {
      input: { text, clientMessageId, locale: 'en' },
    })
    expect(errors).toBeUndefined()
    return data?.sendVisitorMessage
  }

  /** The agent `agent-1` takes a session. */
  async function take(sessionId: string): Promise<Session> {
    const session = await Sessions(subgraph.ctx.db).findById(sessionId).lean<Session>()
    if (!session) throw new Error('no session')
    await deliver(subgraph.ctx, conversationSubgraph.consumers ?? [], reservationAccepted, {
      reservationId: newId(),
      workItemId: newId(),
      sessionId,
      conversationId: session.conversationId,
      queueId: 'q',
      agentId: 'agent-1',
      agentName: 'Ada',
      acceptedAt: new Date(),
    })
    return session
  }

  return { write, take }
}
