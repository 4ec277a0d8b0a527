import type { ServiceContext } from '#platform/service/service-context.ts'
import { inHalves } from '#platform/waiting/in-halves.ts'
import { AppliedSlas, runningSlaStatuses } from '../../../models/applied-sla.ts'
import { recomputeClocks } from '../recompute-clocks.ts'
import { slaSettings } from './sla-settings.ts'

const batchSize = 100

/**
 * Has running clocks that were worked out by older policies or calendars follow those of now, some by each call. Every
 * clock follows by one write, so it is warned or missed by the one or the other, never by a mixture.
 * @returns whether there may be more
 */
export async function followSettings(ctx: ServiceContext): Promise<boolean> {
  const { version } = await ctx.transaction((session) => slaSettings(ctx, session))
  const outdated = await AppliedSlas(ctx.db)
    .find({ status: { $in: runningSlaStatuses }, settingsVersion: { $lt: version } }, { workItemId: 1 })
    .hint('running-by-settings')
    .limit(batchSize)
    .lean()
  const ids = [...new Set(outdated.map(({ workItemId }) => workItemId))]
  const followed = await inHalves(
    ids,
    (some) => ctx.transaction((session) => recomputeClocks(ctx, some, session)),
    (id, err) => ctx.log.error({ err, id }, 'the clocks of a work item could not follow the settings'),
  )
  return outdated.length === batchSize && followed > 0
}
