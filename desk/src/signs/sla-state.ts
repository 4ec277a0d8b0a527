import type { SlaClockFragment } from '../generated/operations.ts'

/** What a person calls the state of a response target. */
export type SlaWord = 'on-time' | 'at-risk' | 'missed' | 'met' | 'canceled' | 'paused'

/**
 * Where a clock stands at this instant. A target that has passed is missed from that moment, also before the
 * server's event has arrived; a clock that stands still misses nothing.
 */
export function slaWord(
  clock: Pick<SlaClockFragment, 'status' | 'dueAt' | 'pausedAt'>,
  nowMs: number,
): SlaWord {
  if (clock.status === 'MET') return 'met'
  if (clock.status === 'CANCELED') return 'canceled'
  if (clock.status !== 'MISSED' && clock.pausedAt) return 'paused'
  if (clock.status === 'MISSED' || Date.parse(clock.dueAt) <= nowMs) return 'missed'
  return clock.status === 'WARNED' ? 'at-risk' : 'on-time'
}

/** The clock to show of several: the running one that is due first, else the one that ended last. */
export function leadingClock(clocks: readonly SlaClockFragment[]): SlaClockFragment | undefined {
  const running = clocks.filter((clock) => clock.status === 'ACTIVE' || clock.status === 'WARNED')
  const byDue = (a: SlaClockFragment, b: SlaClockFragment) => Date.parse(a.dueAt) - Date.parse(b.dueAt)
  return running.toSorted(byDue)[0] ?? clocks.toSorted(byDue).at(-1)
}
