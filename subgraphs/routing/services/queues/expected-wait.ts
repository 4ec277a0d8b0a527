/** What is known of a queue when somebody asks how long a contact that joins it now will wait. */
export interface QueuePace {
  waitingCount: number
  /** Agents who could serve it and have room. */
  availableCount: number
  /** Agents who could serve it and are at work, with room or without. */
  servingCount: number
  /** Answers counted, and the time from the first of them to now; see `recentAnswers`. */
  answers: { count: number; spanMs: number }
}

/**
 * The wait of a contact that joins a queue now, in milliseconds: it is answered after those ahead of it and itself,
 * (waiting + 1) answers, one each `spanMs ÷ count`. This is Little's law with the rate of the last answers, which
 * holds whatever the contacts' lengths and the agents' other queues are, and needs nobody's handling times.
 *
 * Nobody ahead and somebody free is no wait. Null when nobody is at work who could serve it, or when nothing was
 * answered in the last hour: then nobody can say. Pure.
 */
export function expectedWaitMs(pace: QueuePace): number | null {
  const { waitingCount, availableCount, servingCount, answers } = pace
  if (servingCount === 0) return null
  if (waitingCount === 0 && availableCount > 0) return 0
  if (answers.count === 0) return null
  return Math.round(((waitingCount + 1) * answers.spanMs) / answers.count)
}
