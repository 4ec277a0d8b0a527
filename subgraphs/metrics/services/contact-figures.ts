import type { ContactTally } from './contact-tally.ts'
import { nearestRank } from './nearest-rank.ts'

/** The measures of a set of contacts; durations in milliseconds, null where there is nothing to measure. */
export interface ContactFigures {
  offered: number
  answered: number
  abandoned: number
  waiting: number
  serviceLevel: { ratio: number | null; met: number; missed: number }
  averageSpeedOfAnswer: number | null
  medianTimeToAnswer: number | null
  p90TimeToAnswer: number | null
  averageHandleTime: number | null
  messagesIn: number
  messagesOut: number
}

/** The measures of a tally, rounded to whole milliseconds. Pure. */
export function figuresOf(tally: ContactTally): ContactFigures {
  const { answerMs, slaMet: met, slaMissed: missed, handled, handleMs } = tally
  const sorted = Float64Array.from(answerMs).sort()
  const answerSumMs = sorted.reduce((sum, ms) => sum + ms, 0)
  return {
    offered: tally.offered,
    answered: tally.answered,
    abandoned: tally.abandoned,
    waiting: tally.waiting,
    serviceLevel: { ratio: met + missed > 0 ? met / (met + missed) : null, met, missed },
    averageSpeedOfAnswer: average(answerSumMs, sorted.length),
    medianTimeToAnswer: medianOf(sorted),
    p90TimeToAnswer: nearestRank(sorted, 0.9),
    averageHandleTime: average(handleMs, handled),
    messagesIn: tally.messagesIn,
    messagesOut: tally.messagesOut,
  }
}

function average(sum: number, count: number): number | null {
  return count > 0 ? Math.round(sum / count) : null
}

/** Of an even number of values the mean of the two in the middle. */
function medianOf(sorted: ArrayLike<number>): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return lower === undefined || upper === undefined ? null : Math.round((lower + upper) / 2)
}
