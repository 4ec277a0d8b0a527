const advanceMs = 30_000
/** The highest priority there is. */
export const maxPriority = 10

/**
 * The effective due instant that orders a line: each step of priority advances it by 30 s, ten steps at most. Because
 * the advance is bounded, an ordinary item is overtaken for five minutes at most, and never starves.
 */
export function orderAt(dueAt: Date, priority: number): Date {
  const steps = Math.min(maxPriority, Math.max(0, Math.trunc(priority)))
  return new Date(dueAt.getTime() - steps * advanceMs)
}
