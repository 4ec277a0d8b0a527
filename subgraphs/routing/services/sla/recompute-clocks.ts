import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AppliedSlaRecord, AppliedSlas, runningSlaStatuses } from '../../models/applied-sla.ts'
import { type WorkItemRecord, WorkItems } from '../../models/work-item.ts'
import { armWake } from '../timers/arm-wake.ts'
import { insertClocks } from './clocks/insert-clocks.ts'
import { itemFollowsClocks } from './clocks/item-follows-clocks.ts'
import { newClock } from './clocks/new-clock.ts'
import { retargetClock } from './clocks/retarget-clock.ts'
import { policiesFor } from './policies-for.ts'
import { type SlaSettings, slaSettings } from './settings/sla-settings.ts'

const running: readonly string[] = runningSlaStatuses

/**
 * Has the clocks of work items follow what now applies to them: call it in the transaction that changed a policy's
 * grounds (queue, priority, customer's tier), after that change. Running clocks get the new targets from their own
 * start; one that no policy asks for any more is canceled; one that is asked for now and never was begins with the
 * contact. What is met or missed stays so. The items' instants and place in line follow.
 */
export async function recomputeClocks(
  ctx: ServiceContext,
  workItemIds: readonly string[],
  session: ClientSession,
): Promise<void> {
  if (workItemIds.length === 0) return
  const settings = await slaSettings(ctx, session)
  const items = await WorkItems(ctx.db)
    .find({ _id: { $in: workItemIds } })
    .session(session)
    .lean()
  const clocks = await AppliedSlas(ctx.db)
    .find({ workItemId: { $in: workItemIds } })
    .session(session)
    .lean()
  const byItem = Map.groupBy(clocks, ({ workItemId }) => workItemId)
  const now = ctx.now()
  for (const item of items) {
    const before = byItem.get(item._id) ?? []
    const { changed, begun } = clocksAfter(settings, item, before, now)
    if (changed.length > 0) {
      await AppliedSlas(ctx.db).bulkWrite(
        changed.map(({ _id, ...fields }) => ({
          updateOne: {
            filter: { _id },
            update: { $set: fields, ...(fields.wakeAt ? {} : { $unset: { wakeAt: 1 as const } }) },
          },
        })),
        { session },
      )
    }
    for (const { wakeAt } of changed) armWake(ctx, wakeAt, session)
    await insertClocks(ctx, begun, session)
    const after = new Map([...before, ...changed, ...begun].map((clock) => [clock._id, clock]))
    await itemFollowsClocks(ctx, item, [...after.values()], session)
  }
}

function clocksAfter(
  settings: SlaSettings,
  item: WorkItemRecord,
  clocks: readonly AppliedSlaRecord[],
  now: Date,
): { changed: AppliedSlaRecord[]; begun: AppliedSlaRecord[] } {
  const policies = policiesFor(settings.policies, item)
  const changed = clocks
    .filter(({ status }) => running.includes(status))
    .map((clock): AppliedSlaRecord => {
      const policy = policies.get(clock.metric)
      if (policy) return retargetClock(settings, clock, policy, item.queueId)
      const { wakeAt: _wakeAt, pausedAt: _pausedAt, ...ended } = clock
      return { ...ended, status: 'CANCELED', endedAt: now, settingsVersion: settings.version }
    })
  const startedAt = clocks.reduce(
    (first, clock) => (clock.startedAt < first ? clock.startedAt : first),
    item.queuedAt,
  )
  const begun = [...policies.values()]
    .filter(({ metric }) => mayBegin(item, metric))
    .filter(({ metric }) => !clocks.some((clock) => clock.metric === metric && clock.status !== 'CANCELED'))
    .map((policy) => newClock(settings, item, policy, startedAt))
  return { changed, begun }
}

/** The next response begins with a customer's message only; an answer is awaited until it came, a resolution until the end. */
function mayBegin({ status, answeredAt }: WorkItemRecord, metric: AppliedSlaRecord['metric']): boolean {
  if (
    metric === 'NEXT_RESPONSE' ||
    status === 'WRAPPING' ||
    status === 'COMPLETED' ||
    status === 'CANCELED'
  ) {
    return false
  }
  return metric === 'RESOLUTION' || answeredAt === undefined
}
