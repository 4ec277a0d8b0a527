import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type QueueRecord, Queues } from '../../models/queue.ts'
import { announceChange } from '../announce-change.ts'
import { checkName } from '../check-name.ts'
import { checkProficiencies } from '../agents/check-proficiencies.ts'
import { checkStableId } from '../check-stable-id.ts'
import { knowSkills } from '../agents/know-skills.ts'
import { queueState } from '../log/queue-state.ts'
import { recordRouting } from '../log/record-routing.ts'
import type { Refusal, Saved } from '../refusal.ts'
import { checkOverflow, overflowChain } from './check-overflow.ts'
import { checkSteps } from './check-steps.ts'
import { type QueueSettings, queueOf } from './queue-settings.ts'
import { queuesChanged } from './queues-changed.ts'
import { queuesInUse } from './queues-in-use.ts'

const dayMs = 86_400_000

/**
 * Makes or changes a queue, or brings a removed one back. What waits in it stays; new contacts go by the new rules,
 * and so does matching.
 */
export async function saveQueue(ctx: ServiceContext, settings: QueueSettings): Promise<Saved<QueueRecord>> {
  const queue = queueOf(settings)
  const refusals = [...checkFields(queue), ...checkSteps(queue.requiredSkills, queue.steps)]
  if (refusals.length > 0) return { saved: null, refusals }
  return ctx.transaction(async (session) => {
    const known = await queuesInUse(ctx, session)
    const overflowing = checkOverflow(queue, known)
    if (overflowing.length > 0) return { saved: null, refusals: overflowing }
    await knowSkills(
      ctx,
      queue.requiredSkills.map(({ skillId }) => skillId),
      session,
    )
    await touchReferred(ctx, queue, known, session)
    const { _id, ...fields } = queue
    const before = await Queues(ctx.db).findById(_id).session(session).lean()
    const saved: QueueRecord = { _id, ...fields, revision: (before?.revision ?? 0) + 1 }
    const { _id: _key, ...row } = saved
    await Queues(ctx.db).replaceOne({ _id }, row, { upsert: true, session })
    await queuesChanged(ctx, session)
    await recordQueues(ctx, saved, known, session)
    announceChange(ctx, session)
    return { saved, refusals: [] }
  })
}

/** Tells of the queue, and of those that borrow its agents: their rings have its needs in them. */
async function recordQueues(
  ctx: ServiceContext,
  saved: QueueRecord,
  before: ReadonlyMap<string, QueueRecord>,
  session: ClientSession,
): Promise<void> {
  const known = new Map([...before, [saved._id, saved]])
  const borrowing = [...known.values()].filter(({ steps }) =>
    steps.some(({ overflowQueueIds }) => overflowQueueIds.includes(saved._id)),
  )
  const entries = [saved, ...borrowing].map((queue) => ({
    kind: 'QUEUE_SAVED' as const,
    reason: queue === saved ? 'SAVED' : 'OVERFLOW_CHANGED',
    queueId: queue._id,
    command: { kind: 'QUEUE_SAVED' as const, queue: queueState(queue, known) },
  }))
  await recordRouting(ctx, session, ...entries)
}

/**
 * Writes every queue that this one leads to: saves and removals at the same moment then conflict, and run one after
 * the other. Otherwise two of them could close a circle, or lead to a queue that is just removed.
 */
async function touchReferred(
  ctx: ServiceContext,
  { steps, overflowTo }: Pick<QueueRecord, 'steps' | 'overflowTo'>,
  known: ReadonlyMap<string, QueueRecord>,
  session: ClientSession,
): Promise<void> {
  const referred = [
    ...steps.flatMap(({ overflowQueueIds }) => overflowQueueIds),
    ...(overflowTo ? overflowChain(overflowTo, known) : []),
  ]
  await Queues(ctx.db).updateMany({ _id: { $in: referred } }, { $inc: { revision: 1 } }, { session })
}

function checkFields(queue: Omit<QueueRecord, 'revision'>): Refusal[] {
  const refusals: Refusal[] = [
    ...checkStableId('id', queue._id),
    ...checkName(queue.name),
    ...checkProficiencies(
      'requiredSkills',
      queue.requiredSkills.map(({ skillId, minimumProficiency: level }) => ({ skillId, level })),
    ),
  ]
  if (queue.mediaTypes.length === 0) {
    refusals.push({ field: 'mediaTypes', code: 'REQUIRED', message: 'Name at least one kind of contact.' })
  }
  if (!(queue.serviceLevelGoal >= 0 && queue.serviceLevelGoal <= 1)) {
    refusals.push({
      field: 'serviceLevelGoal',
      code: 'OUT_OF_RANGE',
      message: 'A goal is a share of 0 to 1.',
    })
  }
  const within = (field: string, valueMs: number | undefined, leastMs: number, message: string) => {
    if (valueMs === undefined || (valueMs >= leastMs && valueMs <= dayMs)) return
    refusals.push({ field, code: 'OUT_OF_RANGE', message })
  }
  within(
    'reservationTimeout',
    queue.reservationTimeoutMs,
    1_000,
    'An offer stays from one second to one day.',
  )
  within('wrapUpLimit', queue.wrapUpLimitMs, 1_000, 'Wrap-up ends by itself after one second to one day.')
  within('silentAfter', queue.silentAfterMs, 1_000, 'Silence counts after one second to one day.')
  return refusals
}
