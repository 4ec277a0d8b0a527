import type { MutationResolvers } from '../../generated/resolvers.ts'
import { conversationById } from '../../loaders.ts'
import { sendVisitorMessage as send } from '../../services/line/send-visitor-message.ts'

export const sendVisitorMessage: MutationResolvers['sendVisitorMessage'] = async (
  _parent,
  { input },
  ctx,
) => {
  // Compiled queries do not fill in the defaults of input fields.
  const { message, userErrors } = await send(ctx, { ...input, account: input.account ?? 'main' })
  const conversation = message ? await conversationById(ctx).load(message.conversationId) : null
  return { message, conversation, userErrors }
}
