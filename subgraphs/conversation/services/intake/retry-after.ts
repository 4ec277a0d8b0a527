import type { ConversationService } from '../../context.ts'

const maxWaitMs = 60_000

/** When to try again after so many failures: the wait doubles with each, up to a minute. */
export function retryAfter(ctx: Pick<ConversationService, 'config' | 'now'>, failures: number): Date {
  const waitMs = Math.min(maxWaitMs, ctx.config.RETRY_BACKOFF_MS * 2 ** failures)
  return new Date(ctx.now().getTime() + waitMs)
}
