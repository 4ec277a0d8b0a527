import { hasCode } from '#platform/errors/has-code.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Queues } from '../../models/queue.ts'
import { SlaPolicies, type SlaPolicyRecord } from '../../models/sla-policy.ts'
import { checkName } from '../check-name.ts'
import { checkStableId } from '../check-stable-id.ts'
import type { Refusal, Saved } from '../refusal.ts'

const maxTargetMs = 366 * 86_400_000
const duplicateKey = 11_000

/** Makes or changes an SLA policy. Running clocks keep the times that they started with. */
export async function saveSlaPolicy(
  ctx: ServiceContext,
  policy: SlaPolicyRecord,
): Promise<Saved<SlaPolicyRecord>> {
  const refusals: Refusal[] = [
    ...checkStableId('id', policy._id),
    ...checkName(policy.name),
    ...checkTimes(policy),
    ...(await checkQueue(ctx, policy)),
  ]
  if (refusals.length > 0) return { saved: null, refusals }
  const { _id, ...fields } = policy
  try {
    await SlaPolicies(ctx.db).replaceOne({ _id }, fields, { upsert: true })
  } catch (error) {
    if (!hasCode(error, duplicateKey)) throw error
    const message = 'Another policy sets this clock for these contacts already; change that one.'
    return { saved: null, refusals: [{ field: null, code: 'DUPLICATE_POLICY', message }] }
  }
  return { saved: policy, refusals: [] }
}

function checkTimes({ targetMs, warnBeforeMs }: SlaPolicyRecord): Refusal[] {
  if (targetMs < 1_000 || targetMs > maxTargetMs) {
    return [{ field: 'target', code: 'OUT_OF_RANGE', message: 'A target is from one second to one year.' }]
  }
  if (warnBeforeMs >= targetMs) {
    const message = 'The warning has to come after the contact begins: give less than the target.'
    return [{ field: 'warnBefore', code: 'OUT_OF_RANGE', message }]
  }
  return []
}

async function checkQueue(ctx: ServiceContext, { queueId }: SlaPolicyRecord): Promise<Refusal[]> {
  if (queueId === null || (await Queues(ctx.db).exists({ _id: queueId }))) return []
  return [{ field: 'queueId', code: 'NOT_FOUND', message: `There is no queue ${queueId}.` }]
}
