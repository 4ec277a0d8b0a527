import type { LineState } from '@throughline/live-client/line-state'
import type { MessagePartsFragment, PresencePartsFragment } from '../generated/operations.ts'
import type { Outgoing } from './outbox.ts'

/** One message as the widget knows it. */
export type ChatMessage = MessagePartsFragment

/** Everything the widget shows. */
export interface ChatState {
  /** Whether the history is here. */
  history: 'none' | 'loading' | 'ready' | 'failed'
  /** Who takes part; undefined before the first message. */
  conversation: PresencePartsFragment | undefined
  /** In order of sequence. */
  messages: readonly ChatMessage[]
  /** Written, not yet confirmed. */
  outbox: readonly Outgoing[]
  line: LineState['state']
  /** The highest sequence the visitor has seen. */
  readSequence: number
}

/** The agent who is there now; undefined while the visitor waits. */
export function presentAgent(state: ChatState): PresencePartsFragment['participants'][number] | undefined {
  return state.conversation?.participants.findLast(
    (participant) => participant.purpose === 'AGENT' && !participant.leftAt,
  )
}

/** How many messages from us the visitor has not seen. */
export function unreadCount(state: ChatState): number {
  return state.messages.filter(
    (message) => message.sequence > state.readSequence && message.author.purpose !== 'CUSTOMER',
  ).length
}
