import type { ClientSession } from 'mongoose'
import { notFound } from '#platform/errors/not-found.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { trainingStateChanged } from '../../../errors.ts'
import {
  type TrainingItemRecord,
  TrainingItems,
  type TrainingState,
  type TrainingStepRecord,
} from '../../../models/training-item.ts'
import type { Trainer } from './trainer.ts'

/** From where a step may be taken, and where it leads. */
export const trainingSteps = {
  ACCEPT: { from: ['PROPOSED'], to: 'ACCEPTED' },
  DECLINE: { from: ['PROPOSED', 'ACCEPTED'], to: 'DECLINED' },
  START: { from: ['ACCEPTED'], to: 'IN_PROGRESS' },
  SUBMIT: { from: ['IN_PROGRESS'], to: 'READY_FOR_CERTIFICATION' },
  RETURN: { from: ['READY_FOR_CERTIFICATION'], to: 'IN_PROGRESS' },
  CERTIFY: { from: ['READY_FOR_CERTIFICATION'], to: 'CERTIFIED' },
  CANCEL: { from: ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'READY_FOR_CERTIFICATION'], to: 'CANCELED' },
} as const satisfies Record<string, { from: readonly TrainingState[]; to: TrainingState }>

/** The names of the steps. */
export type TrainingStepName = keyof typeof trainingSteps

const ends: ReadonlySet<TrainingState> = new Set(['CERTIFIED', 'DECLINED', 'CANCELED', 'EXPIRED'])

/** What else a step brings. */
export interface StepDetails {
  reason?: string
  certification?: TrainingItemRecord['certification']
}

/**
 * Moves a training by one conditional write: of two steps that race, the first one wins. Who does not manage moves
 * only their own; another's looks absent.
 * @throws NOT_FOUND, or TRAINING_STATE_CHANGED when it does not stand where the step begins
 */
export async function takeStep(
  ctx: ServiceContext,
  id: string,
  name: TrainingStepName,
  by: Trainer,
  { reason, certification }: StepDetails = {},
  session?: ClientSession,
): Promise<TrainingItemRecord> {
  const { from, to } = trainingSteps[name]
  const theirs = { _id: id, ...(by.manages ? {} : { agentId: by.id }) }
  const item = await TrainingItems(ctx.db)
    .findOneAndUpdate(
      { ...theirs, state: { $in: from } },
      {
        $set: { state: to, ...(certification && { certification }) },
        ...(ends.has(to) && { $unset: { open: 1 } }),
        $push: pushedStep({ at: ctx.now(), byId: by.id, by: by.name, state: to, ...(reason && { reason }) }),
      },
      { session, returnDocument: 'after' },
    )
    .lean()
  if (item) return item
  const known = await TrainingItems(ctx.db)
    .findOne(theirs, { state: 1 })
    .session(session ?? null)
    .lean()
  if (!known) throw notFound({ kind: 'training', id })
  throw trainingStateChanged({ trainingId: id, state: known.state })
}

/** The `$push` that keeps a step in a training's history; the newest hundred stay. */
export function pushedStep(step: TrainingStepRecord) {
  return { history: { $each: [step], $slice: -100 } }
}
