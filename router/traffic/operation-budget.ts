import { Cancelation, type CancelSignal } from '../engine/cancelation.ts'

/** An operation whose time runs. */
export interface RunningBudget {
  /** Aborted when the time is used up, or nobody waits any more. */
  readonly signal: Cancelation
  /** The operation has ended. */
  end(): void
}

/**
 * Bounds how long one operation may take altogether, however many subgraphs it asks one after the other.
 * @param left aborted when nobody waits any more
 */
export function startBudget(budgetMs: number, left: CancelSignal | AbortSignal | undefined): RunningBudget {
  const signal = left instanceof Cancelation ? left : following(left)
  const timer = setTimeout(() => signal.abort('timed-out'), budgetMs)
  return { signal, end: () => clearTimeout(timer) }
}

function following(left: CancelSignal | AbortSignal | undefined): Cancelation {
  const signal = new Cancelation()
  if (left?.aborted) signal.abort('client-gone')
  else if (left instanceof AbortSignal) {
    left.addEventListener('abort', () => signal.abort('client-gone'), { once: true })
  }
  return signal
}
