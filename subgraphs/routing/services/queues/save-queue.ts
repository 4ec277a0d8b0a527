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

const maxTimeoutMs = 86_400_000

/** Makes or changes a queue. What waits in it stays; new contacts go by the new rules, and so does matching. */
export async function saveQueue(ctx: ServiceContext, queue: QueueRecord): Promise<Saved<QueueRecord>> {
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
  if (queue.reservationTimeoutMs < 1_000 || queue.reservationTimeoutMs > maxTimeoutMs) {
    refusals.push({
      field: 'reservationTimeout',
      code: 'OUT_OF_RANGE',
      message: 'An offer stays from one second to one day.',
    })
  }
  if (refusals.length > 0) return { saved: null, refusals }
  return ctx.transaction(async (session) => {
    await knowSkills(
      ctx,
      queue.requiredSkills.map(({ skillId }) => skillId),
      session,
    )
    const { _id, ...fields } = queue
    await Queues(ctx.db).replaceOne({ _id }, fields, { upsert: true, session })
    await recordRouting(ctx, session, {
      kind: 'QUEUE_SAVED',
      reason: 'SAVED',
      queueId: _id,
      command: { kind: 'QUEUE_SAVED', queue: queueState(queue) },
    })
    announceChange(ctx, session, { wakeDispatch: true })
    return { saved: queue, refusals: [] }
  })
}
