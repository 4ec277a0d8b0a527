import type { Outgoing } from '../../../widget/src/chat/outbox.ts'
import type {
  ThreadMessageFragment,
  ThreadSessionFragment,
  ThreadStateFragment,
} from '../generated/operations.ts'
import type { Problem } from '../graph/problem.ts'

/** One conversation as the desk knows it. */
export interface ThreadState {
  history: 'loading' | 'ready' | 'failed'
  problem: Problem | undefined
  conversation: ThreadStateFragment | undefined
  /** In order of sequence. */
  messages: readonly ThreadMessageFragment[]
  /** Written, not yet confirmed by the server. */
  outbox: readonly Outgoing[]
  /** Continue towards older messages before this; undefined when all are here. */
  olderBefore: string | undefined
  /** The highest sequence the agent has seen. */
  readSequence: number
}

/** How many messages of the customer the agent has not seen. */
export function unreadOf(state: ThreadState): number {
  return state.messages.filter(
    (message) => message.sequence > state.readSequence && message.author.purpose === 'CUSTOMER',
  ).length
}

/** The session that can be answered now: the newest open one. */
export const openSessionOf = (state: ThreadState): ThreadSessionFragment | undefined =>
  state.conversation?.sessions.findLast((session) => session.status === 'OPEN')

/** Messages with newer states of delivery; what did not change stays the same object. */
export function withDeliveries(
  messages: readonly ThreadMessageFragment[],
  newer: readonly Pick<ThreadMessageFragment, 'id' | 'delivery'>[],
): readonly ThreadMessageFragment[] {
  const deliveries = new Map(newer.map((message) => [message.id, message.delivery]))
  return messages.map((message) => {
    const delivery = deliveries.get(message.id)
    if (!delivery || (delivery.at === message.delivery?.at && delivery.status === message.delivery.status))
      return message
    return { ...message, delivery }
  })
}
