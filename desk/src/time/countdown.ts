/** What a countdown shows. */
export interface Countdown {
  /** Until the instant; negative after it. */
  leftMs: number
  /** How much of the time is left, from 1 to 0. */
  share: number
  /** For instance 2:05, or +0:10 once past. */
  figure: string
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A length of time as minutes and seconds, with hours from one hour on: 0:07, 12:30, 1:05:09. */
export function clockFigure(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000)
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/**
 * Counts down to an instant. The figure rounds up while time is left, so that it shows 0:00 only when there is
 * none, and counts up with a plus sign afterwards.
 */
export function countdown(startedAt: string, dueAt: string, nowMs: number): Countdown {
  const due = Date.parse(dueAt)
  const whole = due - Date.parse(startedAt)
  const leftMs = due - nowMs
  const share = whole > 0 ? Math.min(1, Math.max(0, leftMs / whole)) : 0
  const figure =
    leftMs > 0
      ? clockFigure(Math.ceil(leftMs / 1_000) * 1_000)
      : leftMs > -1_000
        ? '0:00'
        : `+${clockFigure(leftMs)}`
  return { leftMs, share, figure }
}
