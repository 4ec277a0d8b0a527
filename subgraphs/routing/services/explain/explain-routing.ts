import type { ServiceContext } from '#platform/service/service-context.ts'
import type { Candidate, OfferDecision } from '../core/decision.ts'
import { findDecision, type LoggedChoice } from './find-decision.ts'
import { knownThen } from './known-then.ts'
import { type NotChosen, whyNot } from './why-not.ts'
import { whyNotByChoice } from './why-not-by-choice.ts'
import { whoMeantIt } from './who-meant-it.ts'

/** Why a contact went to the agent it went to, and why not to another one. */
export interface Explanation {
  at: Date
  /** Null for a contact that was answered without an offer. */
  reservationId: string | null
  agentId: string
  /** The person whose decision it was; null where it was nobody's. */
  actorId: string | null
  rule: OfferDecision['rule'] | LoggedChoice['kind']
  /** Null, as the epoch, where a person decided. */
  ring: number | null
  epoch: number | null
  /** None where a person decided: nobody was compared. */
  candidates: readonly Candidate[]
  excluded: OfferDecision['excluded']
  whyNot: NotChosen | null
}

const nobody = { unavailable: 0, lacksSkill: 0, noRoom: 0, passedOver: 0, held: 0 }

/**
 * Explains a decision, of the core or of a person, as of its moment, not as things stand now.
 * @param reservationId the one that the decision made; the newest decision without it
 * @param agentId also why not this one
 * @returns null when nobody has decided anything, or the log no longer has it
 */
export async function explainRouting(
  ctx: ServiceContext,
  workItemId: string,
  reservationId?: string | null,
  agentId?: string | null,
): Promise<Explanation | null> {
  const decided = await findDecision(ctx, workItemId, reservationId)
  if (!decided) return null
  const { at, agentId: chosenId } = decided
  if (decided.kind !== 'OFFERED') {
    return {
      at,
      reservationId: decided.reservationId ?? null,
      agentId: chosenId,
      // Who answers by themselves is the one who decided.
      actorId: decided.kind === 'ANSWERED' ? chosenId : (decided.actorId ?? null),
      rule: decided.kind,
      ring: null,
      epoch: null,
      candidates: [],
      excluded: nobody,
      whyNot: agentId ? await whyNotByChoice(ctx, decided, agentId) : null,
    }
  }
  const { decision, epoch } = decided
  const known = agentId ? await knownThen(ctx, decided, agentId) : null
  return {
    at,
    reservationId: decided.reservationId,
    agentId: chosenId,
    actorId: await whoMeantIt(ctx, decided),
    rule: decision.rule,
    ring: decision.ring,
    epoch,
    candidates: decision.candidates,
    excluded: decision.excluded,
    whyNot: agentId && known ? whyNot(decision, at.getTime(), agentId, known) : null,
  }
}
