import { badUserInput } from '../errors/bad-user-input.ts'

const pattern =
  /^P(?!$)(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const unitsMs = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000]

/**
 * Milliseconds of an ISO 8601 duration. A day is 24 hours; years and months are refused, because they have no
 * fixed length.
 * @throws BAD_USER_INPUT when it is not such a duration
 */
export function parseDurationMs(text: string): number {
  const match = pattern.exec(text)
  if (!match) throw badUserInput({ reason: `${JSON.stringify(text)} is not a duration like PT3M or P1DT12H` })
  return Math.round(unitsMs.reduce((sum, unit, at) => sum + Number(match[at + 1] ?? 0) * unit, 0))
}

/** The ISO 8601 duration of so many milliseconds, in days, hours, minutes and seconds: 90 000 is PT1M30S. */
export function formatDuration(durationMs: number): string {
  if (!Number.isFinite(durationMs) || durationMs < 0) {
    throw new RangeError(`a duration is a number from 0, not ${durationMs}`)
  }
  const wholeMs = Math.round(durationMs)
  const days = Math.floor(wholeMs / 86_400_000)
  const hours = Math.floor((wholeMs % 86_400_000) / 3_600_000)
  const minutes = Math.floor((wholeMs % 3_600_000) / 60_000)
  const seconds = (wholeMs % 60_000) / 1_000
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`
  if (!days && !time) return 'PT0S'
  return `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`
}
