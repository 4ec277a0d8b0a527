import type { WebhookRequest } from '../../adapters/contract.ts'
import type { ConversationService } from '../../context.ts'
import { accountOf, adapterOf } from '../line/adapter-of.ts'

/** Answers a provider that asks whether this address is ours. */
export function answerChallenge(
  ctx: ConversationService,
  channel: string,
  account: string,
  request: Omit<WebhookRequest, 'rawBody'>,
): { text: string } | 'unknown account' | 'refused' {
  const known = accountOf(ctx, channel, account)
  if (!known || !adapterOf(channel).capabilities.webhooks) return 'unknown account'
  const text = adapterOf(channel).challenge?.(request, known)
  return text === undefined ? 'refused' : { text }
}
