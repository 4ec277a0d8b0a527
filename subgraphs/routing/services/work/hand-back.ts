import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import { endConsultOf } from './end-consult.ts'
import { putInLine } from './put-in-line.ts'
import { type Release, releaseFromAgent } from './release-from-agent.ts'
import type { WorkInHand } from './work-in-hand.ts'

/** Who commanded it, and what else changes of the contact. */
export interface HandBack {
  actorId?: string
  set?: Partial<WorkItemRecord>
}

/**
 * Takes a contact out of its agent's hands and puts it back into line, where it keeps its place: its due instant is
 * the old one, so it goes before what came later. The customer waits anew, so waiting is counted from now.
 * @returns null when the agent did not have it any more
 */
export async function handBack(
  ctx: ServiceContext,
  { item, reservation }: WorkInHand,
  release: Release,
  session: ClientSession,
  { actorId, set = {} }: HandBack = {},
): Promise<WorkItemRecord | null> {
  if (!(await releaseFromAgent(ctx, item, reservation, release, session))) return null
  await endConsultOf(ctx, item, session)
  const { _id: reservationId, agentId } = reservation
  return putInLine(
    ctx,
    { _id: item._id, reservationId },
    {
      from: ['ASSIGNED'],
      set: { queuedAt: ctx.now(), ...untaken(item), ...set },
      unset: [
        'silentSince',
        'consultReservationId',
        ...(set.onlyAgentId ? [] : (['onlyAgentId', 'onlyAgentUntil'] as const)),
      ],
      passedOverBy: agentId,
      entry: {
        kind: release.reason === 'TRANSFERRED' ? 'TRANSFERRED' : 'REQUEUED',
        reason: release.reason,
        agentId,
        reservationId,
        ...(actorId ? { actorId } : {}),
      },
    },
    session,
  )
}

/** A callback that was not made is still to be made. */
function untaken({ callback }: WorkItemRecord): Partial<WorkItemRecord> {
  if (!callback) return {}
  const { takenAt: _takenAt, ...open } = callback
  return { callback: open }
}
