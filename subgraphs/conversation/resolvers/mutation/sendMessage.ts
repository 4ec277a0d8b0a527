import type { MutationResolvers } from '../../generated/resolvers.ts'
import { sendMessage as send } from '../../services/outbound/send-message.ts'

export const sendMessage: MutationResolvers['sendMessage'] = (_parent, { input }, ctx) => send(ctx, input)
