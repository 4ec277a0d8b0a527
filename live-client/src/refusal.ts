import type { TopicError } from './topic-result.ts'

/** What to do about a subscription that the server refused or ended. */
export type RefusalVerdict = 'again' | 'gap' | 'sign-in' | 'full-text' | 'final'

/** Asking again does not mend these. */
const final =
  /^(FORBIDDEN|NOT_FOUND|BAD_USER_INPUT|SUBSCRIPTION_REMOVED|NOT_A_SUBSCRIPTION|DOCUMENT_NOT_TRUSTED|COST_TOO_HIGH|QUERY_TOO_COMPLEX|OPERATION_RES\w+|GRAPHQL_\w+)$/

/** A refusal, read. */
export interface Refusal {
  verdict: RefusalVerdict
  code: string
  message: string
  /** The server does not want to be asked sooner. */
  retryAfterMs: number
}

/**
 * Reads the errors with which a server refuses or ends a subscription. What is not known is worth another try: a
 * subgraph that is away, a rate limit, a reader that was too slow.
 */
export function readRefusal(errors: unknown): Refusal {
  const first = (Array.isArray(errors) ? errors[0] : undefined) as TopicError | undefined
  const { code, parameters } = first?.extensions ?? {}
  const { retryAfterSec } = (parameters ?? {}) as { retryAfterSec?: unknown }
  const name = String(code ?? '')
  return {
    verdict: name.startsWith('LIVE_CURSOR_')
      ? 'gap'
      : name === 'UNAUTHENTICATED'
        ? 'sign-in'
        : name.startsWith('PERSISTED_QUERY_')
          ? 'full-text'
          : final.test(name)
            ? 'final'
            : 'again',
    code: name,
    message: String(first?.message ?? name),
    retryAfterMs: Number(retryAfterSec) * 1_000 || 0,
  }
}
