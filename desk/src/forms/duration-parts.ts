import { durationMs } from '../time/duration.ts'

/** Units in which people say lengths of time, the largest first, in milliseconds. */
export const durationUnits = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1_000 } as const

/** One of them. */
export type DurationUnit = keyof typeof durationUnits

/** A length of time as a form shows it. */
export interface DurationParts {
  amount: number
  unit: DurationUnit
}

/** An ISO 8601 duration in the largest unit that keeps it whole; undefined for anything else. */
export function durationParts(duration: string | null | undefined): DurationParts | undefined {
  const ms = durationMs(duration)
  if (ms === undefined) return undefined
  for (const [unit, unitMs] of Object.entries(durationUnits) as [DurationUnit, number][]) {
    if (ms >= unitMs && ms % unitMs === 0) return { amount: ms / unitMs, unit }
  }
  return { amount: ms / durationUnits.second, unit: 'second' }
}

/** The ISO 8601 duration of a form's parts. */
export const isoDuration = ({ amount, unit }: DurationParts): string =>
  `PT${(amount * durationUnits[unit]) / 1_000}S`
