import { requireVisitor } from '#platform/identity/viewer.ts'
import { createInOrder } from '#platform/waiting/in-order.ts'
import type { ConversationContext } from '../../context.ts'
import { type UserError, userError } from '../../errors.ts'
import type { Message } from '../../models/message.ts'
import { accountOf, adapterOf } from './adapter-of.ts'
import { checkText } from './check-text.ts'
import { recordInbound } from './record-inbounds.ts'
import { transact } from './transact.ts'

const channel = 'web-chat'

/** Messages of one visitor follow each other: their transactions would only contend. The store decides all the same. */
const inOrder = createInOrder()

export interface VisitorMessage {
  account: string
  text: string
  clientMessageId: string
  locale?: string | null
  domain?: string | null
  displayName?: string | null
}

/** A visitor writes in the widget. The first message opens a conversation; the same clientMessageId makes one message. */
export async function sendVisitorMessage(
  ctx: ConversationContext,
  input: VisitorMessage,
): Promise<{ message: Message | null; userErrors: UserError[] }> {
  const visitor = requireVisitor(ctx.viewer)
  const account = accountOf(ctx, channel, input.account)
  const userErrors = account
    ? checkText(input, adapterOf(channel).capabilities.maxTextLength)
    : [userError('UNKNOWN_ACCOUNT', 'This page names a web chat account that we do not have.', 'account')]
  if (userErrors.length > 0) return { message: null, userErrors }
  // What was proved goes before what was typed.
  const displayName = visitor.verified?.name ?? input.displayName?.trim()
  const inbound = {
    channel,
    account: input.account,
    person: {
      sourceId: visitor.id,
      ...(displayName ? { displayName: displayName.slice(0, 100) } : {}),
      ...(visitor.verified ? { proved: visitor.verified } : {}),
      ...(input.locale && input.locale.length <= 35 ? { locale: input.locale } : {}),
    },
    kind: 'TEXT' as const,
    text: input.text,
    clientMessageId: input.clientMessageId,
    sentAt: ctx.now(),
    ...(input.domain && input.domain.length <= 100 ? { domain: input.domain } : {}),
  }
  const record = () => transact(ctx, (tx) => recordInbound(ctx, inbound, tx))
  const message = await inOrder(`${ctx.config.NAME_PREFIX}/${input.account}/${visitor.id}`, record)
  return { message, userErrors: [] }
}
