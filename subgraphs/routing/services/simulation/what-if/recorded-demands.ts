import type { ServiceContext } from '#platform/service/service-context.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import type { QueueRecord } from '../../../models/queue.ts'
import type { Distribution } from '../distribution.ts'
import type { BaselineDemand } from './baseline.ts'
import { answerTargets } from './answer-targets.ts'
import { type RecordedArrivals, readArrivals } from './read-arrivals.ts'
import { type RecordedHandling, readHandling } from './read-handling.ts'
import type { RecordedWindow } from './recorded-window.ts'

/** Where nothing of a kind was finished yet: what the trade counts with. */
const usualHandleMs: Readonly<Record<MediaType, number>> = {
  VOICE: 300_000,
  CHAT: 600_000,
  SOCIAL: 480_000,
  EMAIL: 900_000,
}
const usualAnswerMs = 5_000
/** With fewer finished contacts their spread says nothing; without memory is then the safe guess. */
const enoughForSpread = 30
/** With fewer who gave up, patience can not be told from chance. */
const enoughForPatience = 5

/**
 * What came to the queues in use, how long it took, how patient the customers were, and how quickly agents answer.
 * Contacts of removed queues are left out: nothing comes there any more.
 */
export async function recordedDemands(
  ctx: ServiceContext,
  window: RecordedWindow,
  queues: ReadonlyMap<string, QueueRecord>,
): Promise<{ demands: BaselineDemand[]; answerMs: Record<MediaType, number> }> {
  const [arrivals, handling, targetMs] = await Promise.all([
    readArrivals(ctx, window),
    readHandling(ctx, window),
    answerTargets(ctx),
  ])
  const demands = arrivals.flatMap((came): BaselineDemand[] => {
    const queue = queues.get(came.queueId)
    if (!queue) return []
    const handled = handling.find(
      ({ queueId, mediaType }) => queueId === came.queueId && mediaType === came.mediaType,
    )
    return [
      {
        queue,
        contacts: came.contacts,
        assumed: handled === undefined,
        demand: {
          queueId: came.queueId,
          mediaType: came.mediaType,
          arrivalsPerHour: came.byHour.map((count) => count / window.days),
          handle: handled
            ? handleTime(handled)
            : { kind: 'EXPONENTIAL', meanMs: usualHandleMs[came.mediaType] },
          patience: patienceOf(came),
          targetMs: targetMs(came.mediaType, came.queueId),
        },
      },
    ]
  })
  return { demands, answerMs: answerTimes(handling) }
}

function handleTime({ finished, meanMs, deviationMs }: RecordedHandling): Distribution {
  if (finished < enoughForSpread || meanMs <= 0) return { kind: 'EXPONENTIAL', meanMs: Math.max(1, meanMs) }
  return { kind: 'LOGNORMAL', meanMs, variation: Math.min(3, Math.max(0.05, deviationMs / meanMs)) }
}

/**
 * Patience without memory, of which the likeliest mean is all waiting time by the number who gave up: those who were
 * answered would have waited on (Mandelbaum and Zeltyn, "The Palm/Erlang-A queue, with applications to call centers").
 */
function patienceOf({ abandoned, waitedMs }: RecordedArrivals): Distribution | undefined {
  return abandoned < enoughForPatience
    ? undefined
    : { kind: 'EXPONENTIAL', meanMs: Math.max(1, waitedMs / abandoned) }
}

function answerTimes(handling: readonly RecordedHandling[]): Record<MediaType, number> {
  const of = (mediaType: MediaType) => {
    const kind = handling.filter((one) => one.mediaType === mediaType)
    const finished = kind.reduce((sum, one) => sum + one.finished, 0)
    if (finished === 0) return usualAnswerMs
    return Math.round(kind.reduce((sum, one) => sum + one.answerMs * one.finished, 0) / finished)
  }
  return { VOICE: of('VOICE'), CHAT: of('CHAT'), SOCIAL: of('SOCIAL'), EMAIL: of('EMAIL') }
}
