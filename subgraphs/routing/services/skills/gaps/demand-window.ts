const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Over which time demand is counted. */
export type DemandWindow = 'LAST_24_HOURS' | 'LAST_7_DAYS' | 'LAST_28_DAYS'

/** The tallies of a window: hours for a day, days in UTC for more, so that no window is more than 28 rows of a skill. */
export function talliesOf(window: DemandWindow, now: Date): { span: 'HOUR' | 'DAY'; at: { $gte: Date } } {
  if (window === 'LAST_24_HOURS') {
    return { span: 'HOUR', at: { $gte: new Date(Math.floor(now.getTime() / hourMs) * hourMs - 23 * hourMs) } }
  }
  const daysBefore = window === 'LAST_7_DAYS' ? 6 : 27
  return { span: 'DAY', at: { $gte: new Date((Math.floor(now.getTime() / dayMs) - daysBefore) * dayMs) } }
}
