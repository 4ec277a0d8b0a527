import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { PresenceStatus } from '#schema/events/vocabulary.ts'
import { AgentStates } from '../models/agent-state.ts'

/** Keeps an agent's readiness; older news that come late change nothing. */
export async function notePresence(
  ctx: ServiceContext,
  { agentId, status, changedAt }: { agentId: string; status: PresenceStatus; changedAt: Date },
  session: ClientSession,
): Promise<void> {
  // Of documents, $max takes the one whose first field is greater: the later state.
  await AgentStates(ctx.db).updateOne(
    { _id: agentId },
    { $max: { state: { since: changedAt, status } } },
    { session, upsert: true },
  )
}
