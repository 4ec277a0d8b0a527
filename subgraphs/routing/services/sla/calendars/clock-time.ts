const pattern = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/** The minute of the day that a clock shows at `08:30`; `24:00` is the day's end. Null when it is no such time. */
export function minuteOfDay(text: string): number | null {
  const match = pattern.exec(text)
  if (!match) return null
  return match[1] === undefined ? 1_440 : Number(match[1]) * 60 + Number(match[2])
}

/** What a clock shows at a minute of the day, from 0 to 1440. */
export function clockTime(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
