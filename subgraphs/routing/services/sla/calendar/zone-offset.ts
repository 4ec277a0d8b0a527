const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * How far a zone's wall clock is ahead of UTC at an instant, in milliseconds, by the time-zone data that Node brings.
 * @param timeZone IANA name
 * @throws RangeError when there is no such zone
 */
export function zoneOffsetMs(timeZone: string, atMs: number): number {
  const fields: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(atMs)) fields[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = fields
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1_000) * 1_000
}

/** Making a format costs a hundred times as much as using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  return format
}
