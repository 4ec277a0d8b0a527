const hourMs = 3_600_000

/** The part of the past that a simulation takes its figures from, and the hours of a day that it stands for. */
export interface RecordedWindow {
  since: Date
  until: Date
  /** Whole days that are laid over each other; 1 when the window is a day or shorter. */
  days: number
  /** Hours of the simulated day: 24, or the window's when it is shorter. */
  hours: number
}

/** @param pastHours 1 to 24, or whole days of 24 up to two weeks */
export function recordedWindow(now: Date, pastHours: number): RecordedWindow {
  return {
    since: new Date(now.getTime() - pastHours * hourMs),
    until: now,
    days: Math.max(1, pastHours / 24),
    hours: Math.min(24, pastHours),
  }
}
