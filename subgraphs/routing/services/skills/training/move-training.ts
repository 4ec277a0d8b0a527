import type { ServiceContext } from '#platform/service/service-context.ts'
import type { TrainingItemRecord } from '../../../models/training-item.ts'
import type { Saved } from '../../refusal.ts'
import { takeStep, type TrainingStepName } from './take-step.ts'
import type { Trainer } from './trainer.ts'

const maxReason = 500

/**
 * Takes a step that needs nothing but, for some, a reason.
 * @param reason undefined for a step that needs none
 * @throws NOT_FOUND, TRAINING_STATE_CHANGED
 */
export async function moveTraining(
  ctx: ServiceContext,
  id: string,
  name: Exclude<TrainingStepName, 'CERTIFY'>,
  by: Trainer,
  reason?: string,
): Promise<Saved<TrainingItemRecord>> {
  if (reason !== undefined && (reason.trim().length === 0 || reason.length > maxReason)) {
    const message = `Say why, in 1 to ${maxReason} characters.`
    return { saved: null, refusals: [{ field: 'reason', code: 'OUT_OF_RANGE', message }] }
  }
  return { saved: await takeStep(ctx, id, name, by, { reason }), refusals: [] }
}
