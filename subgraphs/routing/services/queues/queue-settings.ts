import type { QueueRecord } from '../../models/queue.ts'

/** What a supervisor says of a queue. */
export type QueueSettings = Pick<
  QueueRecord,
  '_id' | 'name' | 'mediaTypes' | 'domain' | 'requiredSkills' | 'reservationTimeoutMs'
> &
  Partial<
    Pick<
      QueueRecord,
      'steps' | 'whenOfferMissed' | 'silentAfterMs' | 'maxWaiting' | 'overflowTo' | 'serviceLevelGoal'
    > & {
      /** Null for none; without a word the default. */
      wrapUpLimitMs: number | null
    }
  >

/** After-contact work that somebody forgot keeps them from the next customer for so long. */
export const defaultWrapUpLimitMs = 600_000

/** What holds of a queue without a word. */
export const queueDefaults = {
  steps: [],
  whenOfferMissed: 'AWAY',
  serviceLevelGoal: 0.8,
} satisfies Partial<QueueRecord>

/** A queue as it is stored, with the defaults for what was not said. */
export function queueOf(settings: QueueSettings): Omit<QueueRecord, 'revision'> {
  const { wrapUpLimitMs = defaultWrapUpLimitMs, ...rest } = settings
  return { ...queueDefaults, ...rest, wrapUpLimitMs: wrapUpLimitMs ?? undefined }
}
