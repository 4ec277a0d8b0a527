import { Schema } from 'mongoose'
import { notFound } from '../errors/not-found.ts'
import type { Page } from '../graph/connection.ts'
import { rowsBehind } from '../graph/rows-behind.ts'
import { newId } from '../ids/new-id.ts'
import { maskText } from '../log/mask.ts'
import type { ServiceContext } from '../service/service-context.ts'
import { defineModel } from '../store/define-model.ts'

/** Work that was given up: kept with its reason until somebody replays it. */
export interface DeadLetter {
  _id: string
  kind: 'EVENT' | 'JOB'
  /** The event's type or the job's name. */
  source: string
  queue: string
  /** What the queue held. Personal data: never shown, never logged. */
  data: unknown
  /** The same work given up again updates its letter. */
  key: string
  /** Masked. */
  reason: string
  attempts: number
  failedAt: Date
  replayedAt: Date | null
}

/** Replayed letters go after this long; the others stay. */
const replayedKeptSec = 30 * 86_400

const schema = new Schema<DeadLetter>(
  {
    _id: String,
    kind: String,
    source: String,
    queue: String,
    data: Schema.Types.Mixed,
    key: String,
    reason: String,
    attempts: Number,
    failedAt: Date,
    replayedAt: Date,
  },
  { versionKey: false, minimize: false },
)
schema.index({ key: 1 }, { unique: true })
schema.index({ failedAt: -1, _id: 1 })
schema.index({ replayedAt: 1 }, { expireAfterSeconds: replayedKeptSec })

export const DeadLetters = defineModel<DeadLetter>('DeadLetter', schema, 'deadLetters')

/** The order of the list: newest first. */
export const deadLetterOrder = { failedAt: -1, _id: 1 } as const

/** Keeps work that was given up. */
export async function keepDeadLetter(
  ctx: Pick<ServiceContext, 'db'>,
  letter: Pick<DeadLetter, 'kind' | 'source' | 'queue' | 'data' | 'key' | 'attempts'> & { error: unknown },
): Promise<void> {
  const { key, attempts, error, ...rest } = letter
  const reason = maskText(error instanceof Error ? error.message : String(error)).slice(0, 1_000)
  await DeadLetters(ctx.db).updateOne(
    { key },
    {
      $set: { ...rest, reason, failedAt: new Date(), replayedAt: null },
      $inc: { attempts },
      $setOnInsert: { _id: newId() },
    },
    { upsert: true },
  )
}

/** Reads a page of dead letters (`page.limit` rows, for `connection`), newest first. */
export async function listDeadLetters(ctx: ServiceContext, page: Page): Promise<DeadLetter[]> {
  return DeadLetters(ctx.db)
    .find(rowsBehind(page, deadLetterOrder))
    .sort(deadLetterOrder)
    .limit(page.limit)
    .lean<DeadLetter[]>()
}

/**
 * Puts one back to work. Asked twice, it runs once; when it is given up again its letter comes back.
 * @throws NOT_FOUND
 */
export async function replayDeadLetter(ctx: ServiceContext, id: string): Promise<DeadLetter> {
  const letter = await DeadLetters(ctx.db).findById(id).lean<DeadLetter>()
  if (!letter) throw notFound({ kind: 'DeadLetter', id })
  if (letter.replayedAt) return letter
  // First the queue, then the letter: dying in between replays twice, and work is idempotent; the id is the same.
  await ctx.queues.open(letter.queue).add(letter.source, letter.data, {
    jobId: `replay.${id}.${letter.failedAt.getTime()}`,
    attempts: 1,
    removeOnComplete: true,
    removeOnFail: true,
  })
  const replayed = await DeadLetters(ctx.db)
    .findOneAndUpdate(
      { _id: id, failedAt: letter.failedAt },
      { $set: { replayedAt: new Date() } },
      { returnDocument: 'after' },
    )
    .lean<DeadLetter>()
  return replayed ?? letter
}
