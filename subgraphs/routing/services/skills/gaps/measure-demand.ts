import type { SkillTallyRecord } from '../../../models/skill-tally.ts'
import { loadFrom } from '../demand/tally-day.ts'

const hourMs = 3_600_000

/** What contacts asked for at one proficiency or a better one, over a window. */
export interface Demand {
  arrivals: number
  workMs: number
  /** Agents at work at once in the busiest hour: the mean over the days that had such contacts. */
  busyHourLoad: number
  slaMissed: number
  waiting: number
  /** Of the mean contact: the time within which it was to be answered, and the time of one agent that it took. */
  targetMs: number
  handleMs: number
}

/** A row of a window. */
export type WindowTally = Pick<SkillTallyRecord, 'levels' | 'holders' | 'onDuty'>

/**
 * One skill's demand at a proficiency, out of its rows: 24 hours, of which the busiest counts, or days, of which the
 * mean of their busiest hours does (the average daily peak hour of telephone traffic engineering, ITU-T E.500), so that
 * neither nights nor one bad day decide.
 */
export function measureDemand(
  tallies: readonly WindowTally[],
  span: SkillTallyRecord['span'],
  level: number,
  waiting: number,
): Demand {
  const asked = tallies.flatMap(({ levels }) => levels).filter((tally) => tally.level >= level)
  const sum = (field: 'arrivals' | 'workMs' | 'loadMs' | 'slaMissed' | 'targetMs') =>
    asked.reduce((total, tally) => total + tally[field], 0)
  const peaks = tallies
    .map(({ levels }) => (span === 'HOUR' ? loadFrom(levels, level) : peakFrom(levels, level)))
    .filter((loadMs) => loadMs > 0)
  const busiestMs =
    peaks.length === 0
      ? 0
      : span === 'HOUR'
        ? Math.max(...peaks)
        : peaks.reduce((total, loadMs) => total + loadMs, 0) / peaks.length
  const arrivals = sum('arrivals')
  return {
    arrivals,
    workMs: sum('workMs'),
    busyHourLoad: busiestMs / hourMs,
    slaMissed: sum('slaMissed'),
    waiting,
    targetMs: arrivals > 0 ? sum('targetMs') / arrivals : 0,
    handleMs: arrivals > 0 ? sum('loadMs') / arrivals : 0,
  }
}

/** A day's peak at a level: kept with the least level from it up, above which nobody asked for less. */
function peakFrom(levels: WindowTally['levels'], level: number): number {
  return Math.max(
    0,
    ...levels.filter((tally) => tally.level >= level).map(({ peakLoadMs }) => peakLoadMs ?? 0),
  )
}

/**
 * Which part of those who have a skill at this proficiency or better was on duty while such contacts came; 1 as long as
 * nobody has looked.
 */
export function availabilityOf(tallies: readonly WindowTally[], level: number): number {
  const sum = (field: 'holders' | 'onDuty') =>
    tallies.reduce((total, tally) => total + (tally[field][level - 1] ?? 0), 0)
  const holders = sum('holders')
  return holders === 0 ? 1 : sum('onDuty') / holders
}
