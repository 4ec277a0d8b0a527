import { ChannelAccount } from './ChannelAccount.ts'
import { Conversation } from './Conversation.ts'
import { Customer } from './Customer.ts'
import { Message } from './Message.ts'
import { endSession } from './mutation/endSession.ts'
import { replayDeadLetter } from './mutation/replayDeadLetter.ts'
import { sendMessage } from './mutation/sendMessage.ts'
import { sendVisitorMessage } from './mutation/sendVisitorMessage.ts'
import { wrapUpSession } from './mutation/wrapUpSession.ts'
import { channelAccounts } from './query/channelAccounts.ts'
import { conversation } from './query/conversation.ts'
import { conversations } from './query/conversations.ts'
import { deadLetters } from './query/deadLetters.ts'
import { session } from './query/session.ts'
import { visitorConversation } from './query/visitorConversation.ts'
import { wrapUpCodes } from './query/wrapUpCodes.ts'
import { Session } from './Session.ts'
import { conversationChanged } from './subscription/conversationChanged.ts'
import { messageAdded } from './subscription/messageAdded.ts'
import { WrapUpCode } from './WrapUpCode.ts'

export const resolvers = {
  Query: {
    channelAccounts,
    conversation,
    conversations,
    deadLetters,
    session,
    visitorConversation,
    wrapUpCodes,
  },
  Mutation: { endSession, replayDeadLetter, sendMessage, sendVisitorMessage, wrapUpSession },
  Subscription: { conversationChanged, messageAdded },
  ChannelAccount,
  Conversation,
  Customer,
  Message,
  Session,
  WrapUpCode,
}
