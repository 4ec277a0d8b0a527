import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, Agents } from '../../models/agent.ts'
import type { QueueRecord } from '../../models/queue.ts'
import type { TransferRecord, WorkItemRecord } from '../../models/work-item.ts'
import type { Actor } from '../actor.ts'
import { queueFor } from '../queues/queue-for.ts'
import type { Saved } from '../refusal.ts'
import { refused } from '../refused.ts'
import { directForMs } from './direct-for.ts'
import { handBack } from './hand-back.ts'
import { startConsult } from './start-consult.ts'
import { withClocksFollowing } from './with-clocks-following.ts'
import { type WorkInHand, workInHand } from './work-in-hand.ts'

const maxNoteLength = 1_000

/** Whereto a contact is to go. */
export interface TransferWish {
  workItemId: string
  kind: TransferRecord['kind']
  queueId?: string
  agentId?: string
  note?: string
}

/** The target, known to exist. */
interface Target {
  queue?: QueueRecord
  agent?: AgentRecord
}

/**
 * Hands a contact on. COLD: it leaves the agent at once, to a queue, where it keeps its place, or to a person, for whom
 * it waits a while before anybody of its queue may take it. WARM and CONSULT: it is offered to a second person while
 * the first one keeps it; `completeTransfer` then hands it over, `cancelTransfer` ends it.
 */
export async function transferWork(
  ctx: ServiceContext,
  wish: TransferWish,
  actor: Actor,
): Promise<Saved<WorkItemRecord>> {
  const note = wish.note?.trim()
  if (note && note.length > maxNoteLength) {
    return refused('NOTE_TOO_LONG', `Keep the note to ${maxNoteLength} characters.`, 'note')
  }
  return ctx.transaction(async (session) => {
    const { saved: work, refusals } = await workInHand(ctx, wish.workItemId, actor, session)
    if (!work) return { saved: null, refusals }
    const { saved: target, refusals: against } = await targetOf(ctx, work, wish, session)
    if (!target) return { saved: null, refusals: against }
    const transfer: TransferRecord = {
      kind: wish.kind,
      fromAgentId: work.reservation.agentId,
      ...(target.agent ? { toAgentId: target.agent._id } : {}),
      queueId: target.queue?._id ?? work.item.queueId,
      ...(note ? { note } : {}),
      at: ctx.now(),
    }
    if (wish.kind !== 'COLD') return startConsult(ctx, work, transfer, actor, session)
    const saved = await transferCold(ctx, work, target, transfer, actor, session)
    return saved
      ? { saved, refusals: [] }
      : refused('NOT_IN_HAND', 'Nobody has this contact in hand.', 'workItemId')
  })
}

async function targetOf(
  ctx: ServiceContext,
  { item, reservation }: WorkInHand,
  { kind, queueId, agentId }: TransferWish,
  session: ClientSession,
): Promise<Saved<Target>> {
  if (agentId && queueId) return refused('ONE_TARGET', 'Name a queue or a person, not both.', 'agentId')
  if (agentId) {
    if (agentId === reservation.agentId) return refused('SAME_AGENT', 'They have this contact.', 'agentId')
    const agent = await Agents(ctx.db).findById(agentId).session(session).lean()
    if (!agent) return refused('NOT_FOUND', 'There is no such agent.', 'agentId')
    if (agent.presence === 'OFFLINE') {
      return refused('AGENT_UNAVAILABLE', `${agent.name} is not there.`, 'agentId')
    }
    return { saved: { agent }, refusals: [] }
  }
  if (kind !== 'COLD') return refused('AGENT_REQUIRED', 'Name the person to speak with first.', 'agentId')
  if (!queueId) return refused('TARGET_REQUIRED', 'Name a queue or a person.', 'queueId')
  const { saved: queue, refusals } = await queueFor(ctx, item, queueId, session)
  return queue ? { saved: { queue }, refusals: [] } : { saved: null, refusals }
}

async function transferCold(
  ctx: ServiceContext,
  work: WorkInHand,
  { queue, agent }: Target,
  transfer: TransferRecord,
  actor: Actor,
  session: ClientSession,
): Promise<WorkItemRecord | null> {
  const whereto = {
    kind: transfer.kind,
    ...(agent ? { toAgentId: agent._id, toAgentName: agent.name } : {}),
    ...(queue ? { toQueueName: queue.name } : {}),
  }
  const set: Partial<WorkItemRecord> = {
    transfer,
    ...(queue ? { queueId: queue._id } : {}),
    ...(agent ? { onlyAgentId: agent._id, onlyAgentUntil: new Date(ctx.now().getTime() + directForMs) } : {}),
  }
  const release = { reason: 'TRANSFERRED', transfer: whereto } as const
  const handed = await handBack(ctx, work, release, session, { actorId: actor.id, set })
  return handed && withClocksFollowing(ctx, handed._id, session)
}
