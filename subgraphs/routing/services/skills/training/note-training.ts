import { notFound } from '#platform/errors/not-found.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { trainingStateChanged } from '../../../errors.ts'
import { type TrainingItemRecord, TrainingItems } from '../../../models/training-item.ts'
import type { Refusal, Saved } from '../../refusal.ts'
import type { Trainer } from './trainer.ts'

const maxText = 2_000
const maxAddress = 2_000

/**
 * Adds to an open training what was done or learned, and where it can be seen; the newest hundred notes stay.
 * @throws NOT_FOUND, also for another's when one does not manage; TRAINING_STATE_CHANGED when it is over
 */
export async function noteTraining(
  ctx: ServiceContext,
  { id, text, evidenceUrl }: { id: string; text: string; evidenceUrl?: string },
  by: Trainer,
): Promise<Saved<TrainingItemRecord>> {
  const refusals = check(text, evidenceUrl)
  if (refusals.length > 0) return { saved: null, refusals }
  const theirs = { _id: id, ...(by.manages ? {} : { agentId: by.id }) }
  const note = { at: ctx.now(), byId: by.id, by: by.name, text, ...(evidenceUrl && { evidenceUrl }) }
  const item = await TrainingItems(ctx.db)
    .findOneAndUpdate(
      { ...theirs, open: true },
      { $push: { notes: { $each: [note], $slice: -100 } } },
      { returnDocument: 'after' },
    )
    .lean()
  if (item) return { saved: item, refusals: [] }
  const known = await TrainingItems(ctx.db).findOne(theirs, { state: 1 }).lean()
  if (!known) throw notFound({ kind: 'training', id })
  throw trainingStateChanged({ trainingId: id, state: known.state })
}

function check(text: string, evidenceUrl: string | undefined): Refusal[] {
  const refusals: Refusal[] = []
  if (text.trim().length === 0 || text.length > maxText) {
    refusals.push({ field: 'text', code: 'OUT_OF_RANGE', message: `Write 1 to ${maxText} characters.` })
  }
  if (evidenceUrl !== undefined && !isWebAddress(evidenceUrl)) {
    refusals.push({ field: 'evidenceUrl', code: 'INVALID_URL', message: 'Give an https address.' })
  }
  return refusals
}

/** Only https: a person will follow it out of the desk. */
function isWebAddress(address: string): boolean {
  return address.length <= maxAddress && URL.canParse(address) && new URL(address).protocol === 'https:'
}
