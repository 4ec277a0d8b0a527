import type { ServiceContext } from '#platform/service/service-context.ts'
import { queuesInUse } from '../../queues/queues-in-use.ts'
import type { Baseline } from './baseline.ts'
import { checkPastHours } from './check-request.ts'
import { readDuty } from './read-duty.ts'
import { recordedDemands } from './recorded-demands.ts'
import { recordedWindow } from './recorded-window.ts'

/**
 * What came lately and who served it. Nothing recorded is an answer too.
 * @throws BAD_USER_INPUT, SIMULATION_TOO_LARGE
 */
export async function readBaseline(ctx: ServiceContext, pastHours: number): Promise<Baseline> {
  checkPastHours(pastHours)
  const window = recordedWindow(ctx.now(), pastHours)
  const [{ demands }, duty] = await Promise.all([
    recordedDemands(ctx, window, await queuesInUse(ctx)),
    readDuty(ctx, window),
  ])
  const agentsOnDuty = duty.filter(({ hours }) => hours.some(Boolean)).length
  return { since: window.since, until: window.until, agentsOnDuty, demands }
}
