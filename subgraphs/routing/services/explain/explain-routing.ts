import type { ServiceContext } from '#platform/service/service-context.ts'
import { findDecision, type LoggedDecision } from './find-decision.ts'
import { knownThen } from './known-then.ts'
import { type NotChosen, whyNot } from './why-not.ts'

/** Why a contact went to the agent it went to, and why not to another one. */
export interface Explanation {
  decided: LoggedDecision
  whyNot: NotChosen | null
}

/**
 * Explains a decision as of its moment, not as things stand now.
 * @param reservationId the one that the decision made; the newest decision without it
 * @param agentId also why not this one
 * @returns null when the core made no such decision, or the log no longer has it
 */
export async function explainRouting(
  ctx: ServiceContext,
  workItemId: string,
  reservationId?: string | null,
  agentId?: string | null,
): Promise<Explanation | null> {
  const decided = await findDecision(ctx, workItemId, reservationId)
  if (!decided) return null
  if (!agentId) return { decided, whyNot: null }
  const known = await knownThen(ctx, decided, agentId)
  return { decided, whyNot: whyNot(decided.decision, decided.at.getTime(), agentId, known) }
}
