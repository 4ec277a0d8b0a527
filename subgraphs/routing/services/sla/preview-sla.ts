import type { ServiceContext } from '#platform/service/service-context.ts'
import { SlaPolicies } from '../../models/sla-policy.ts'
import { calendarOf } from './clocks/new-clock.ts'
import { slaSettings } from './settings/sla-settings.ts'
import { slaDeadline } from './sla-deadline.ts'

/** What a policy makes of a contact that begins at an instant. */
export interface SlaPreview {
  startedAt: Date
  warnAt: Date
  dueAt: Date
}

/** The instants that a policy's clock would have, by its calendar of now; null when there is no such policy. */
export async function previewSla(
  ctx: ServiceContext,
  policyId: string,
  startedAt: Date,
): Promise<SlaPreview | null> {
  const policy = await SlaPolicies(ctx.db).findById(policyId).lean()
  if (!policy) return null
  const settings = await ctx.transaction((session) => slaSettings(ctx, session))
  return { startedAt, ...slaDeadline(policy, startedAt, { calendar: calendarOf(settings, policy) }) }
}
