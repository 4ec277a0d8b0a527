import type { Connection } from '#platform/graph/connection.ts'
import { defineLoader } from '#platform/graph/loader.ts'
import type { ConversationContext } from './context.ts'
import type { Conversation } from './models/conversation.ts'
import type { Message } from './models/message.ts'
import type { Session } from './models/session.ts'
import { conversationsOfCustomers } from './services/graph/list-conversations.ts'
import { readRanges } from './services/graph/read-ranges.ts'
import { visibleConversations } from './services/graph/visible-conversations.ts'
import { visibleMessages } from './services/graph/visible-messages.ts'
import { sessionsOf, visibleSessions } from './services/graph/visible-sessions.ts'

/** A conversation that the viewer may see. */
export const conversationById = defineLoader<Conversation, ConversationContext>(visibleConversations)

/** A session that the viewer may see. */
export const sessionById = defineLoader<Session, ConversationContext>(visibleSessions)

/** A message that the viewer may see. */
export const messageById = defineLoader<Message, ConversationContext>(visibleMessages)

/** A conversation's sessions, oldest first. */
export const sessionsOfConversation = defineLoader<Session[], ConversationContext>(sessionsOf)

/** Messages of one range; `rangeKey` makes the key. */
export const messagesInRange = defineLoader<Message[], ConversationContext>(readRanges)

/** A page of a customer's conversations; the key is the JSON of a CustomerPage. */
export const conversationsOfCustomer = defineLoader<Connection<Conversation>, ConversationContext>(
  conversationsOfCustomers,
)
