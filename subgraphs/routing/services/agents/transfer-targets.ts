import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import { weightOf } from '../core/capacity.ts'

const mostShown = 50
/** So many names are looked at for room; with more agents than that a part of the name finds the others. */
const looksAt = 500
const longestName = 200

/** What is looked at of an agent. */
type Seen = Pick<AgentRecord, '_id' | 'presence' | 'capacity' | 'free'>

/**
 * Whom a contact can be handed to: agents who are there, without the one who has it; of the first 500 names first
 * those with room for it now, then the others. Nobody when the contact is over, or is not the actor's to hand on.
 * @param search part of the name, in any case; everybody without it
 * @param first how many, at most 50
 * @returns the agents' ids
 */
export async function transferTargets(
  ctx: ServiceContext,
  workItemId: string,
  { search, first }: { search?: string | null; first: number },
  actor: Actor,
): Promise<string[]> {
  const item = await WorkItems(ctx.db)
    .findById(workItemId, { mediaType: 1, reservationId: 1, closedAt: 1 })
    .lean()
  if (!item || item.closedAt) return []
  const { mediaType, reservationId } = item
  const holder = reservationId
    ? await Reservations(ctx.db).findById(reservationId, { agentId: 1 }).lean()
    : null
  if (!actor.supervises && holder?.agentId !== actor.id) return []
  const agents: Seen[] = await Agents(ctx.db)
    .find(
      {
        presence: { $in: ['AVAILABLE', 'BUSY', 'AWAY'] },
        ...(holder ? { _id: { $ne: holder.agentId } } : {}),
        ...nameHas(search?.trim()),
      },
      { presence: 1, capacity: 1, free: 1 },
    )
    .sort({ name: 1, _id: 1 })
    // Told which: by name alone everybody who is signed off would be fetched as well.
    .hint({ presence: 1, name: 1, _id: 1 })
    .limit(looksAt)
    .batchSize(looksAt)
    .lean()
  const hasRoom = ({ presence, capacity, free }: Seen): boolean =>
    presence !== 'AWAY' && free >= weightOf(capacity, mediaType)
  // Stable: among equals the names stay in order.
  return agents
    .toSorted((a, b) => Number(hasRoom(b)) - Number(hasRoom(a)))
    .slice(0, Math.min(mostShown, Math.max(1, first)))
    .map(({ _id }) => _id)
}

/** Every character of what is searched stands for itself; the store takes no NUL in a pattern, and no name has one. */
function nameHas(search: string | undefined): { name?: { $regex: string; $options: 'i' } } {
  const words = search?.replaceAll('\0', '').slice(0, longestName)
  return words
    ? { name: { $regex: words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), $options: 'i' } }
    : {}
}
