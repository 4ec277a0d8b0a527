import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AppliedSlaRecord, AppliedSlas } from '../../models/applied-sla.ts'
import type { SlaPolicyRecord } from '../../models/sla-policy.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import { armClock } from './arm-clock.ts'
import { slaDeadline } from './sla-deadline.ts'

/** Starts a clock for each policy, with the policy's times of this moment, and arms it after the commit. */
export async function startClocks(
  ctx: ServiceContext,
  item: Pick<WorkItemRecord, '_id' | 'sessionId' | 'queueId' | 'channel' | 'mediaType'>,
  policies: readonly SlaPolicyRecord[],
  startedAt: Date,
  session: ClientSession,
): Promise<void> {
  const clocks = policies.map(
    (policy): AppliedSlaRecord => ({
      _id: newId(),
      policyId: policy._id,
      workItemId: item._id,
      sessionId: item.sessionId,
      queueId: item.queueId,
      channel: item.channel,
      mediaType: item.mediaType,
      metric: policy.metric,
      status: 'ACTIVE',
      startedAt,
      ...slaDeadline(policy, startedAt),
    }),
  )
  await AppliedSlas(ctx.db).insertMany(clocks, { session })
  for (const clock of clocks) await armClock(ctx, clock, session)
}
