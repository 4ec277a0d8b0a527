/** How long a board's trend lines reach back, in milliseconds, and into how many steps that is divided. */
export const trendMs = 15 * 60_000
const steps = 45
const stepMs = trendMs / steps

interface Trend {
  /** Number of the newest step, since 1970. */
  step: number
  /** The most that waited in each step, oldest first. */
  peaks: number[]
}

/** How many waited in each queue over the last minutes, as far as this desk has been told. */
export class WaitingTrends {
  readonly #trends = new Map<string, Trend>()

  /** Takes the board as it was at this instant. Boards older than what is known change nothing. */
  note(atMs: number, queues: readonly { id: string; waitingCount: number }[]): void {
    const step = Math.floor(atMs / stepMs)
    const known = new Set(queues.map(({ id }) => id))
    for (const id of this.#trends.keys()) if (!known.has(id)) this.#trends.delete(id)
    for (const { id, waitingCount } of queues) {
      const trend = this.#trends.get(id)
      if (trend) advance(trend, step, waitingCount)
      else this.#trends.set(id, { step, peaks: [waitingCount] })
    }
  }

  /** A queue's peaks, oldest first; undefined while there is no line to draw. */
  of(queueId: string): readonly number[] | undefined {
    const peaks = this.#trends.get(queueId)?.peaks
    return peaks && peaks.length > 1 ? peaks : undefined
  }
}

function advance(trend: Trend, step: number, waitingCount: number): void {
  const { peaks } = trend
  const held = peaks.at(-1) ?? waitingCount
  if (step === trend.step) peaks[peaks.length - 1] = Math.max(held, waitingCount)
  if (step <= trend.step) return
  // Between two states nothing changed.
  for (let passed = Math.max(trend.step + 1, step - steps); passed < step; passed++) peaks.push(held)
  peaks.push(waitingCount)
  peaks.splice(0, Math.max(0, peaks.length - steps))
  trend.step = step
}
