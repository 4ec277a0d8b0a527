import type { LevelTally, SkillTallyRecord } from '../../../models/skill-tally.ts'
import { addTallies, noDemand } from './tally-hour.ts'

/** A skill's hours of one day. */
export type HourTally = Pick<SkillTallyRecord, 'levels' | 'holders' | 'onDuty'>

/**
 * One skill's day out of its hours: sums, and for each proficiency the load of the busiest hour, counting whoever asked
 * for that proficiency or a better one, because only agents who have it can serve them.
 */
export function tallyDay(hours: readonly HourTally[]): HourTally {
  const levels = new Map<number, LevelTally>()
  for (const tally of hours.flatMap((hour) => hour.levels)) {
    levels.set(tally.level, addTallies(levels.get(tally.level) ?? noDemand(tally.level), tally))
  }
  const sum = (field: 'holders' | 'onDuty') =>
    [0, 1, 2, 3, 4].map((index) => hours.reduce((total, hour) => total + (hour[field][index] ?? 0), 0))
  return {
    levels: [...levels.values()]
      .sort((a, b) => a.level - b.level)
      .map((tally) => ({
        ...tally,
        peakLoadMs: Math.max(...hours.map((hour) => loadFrom(hour.levels, tally.level))),
      })),
    holders: sum('holders'),
    onDuty: sum('onDuty'),
  }
}

/** The load of those who asked for a proficiency or a better one. */
export function loadFrom(levels: readonly LevelTally[], level: number): number {
  return levels.reduce((sum, tally) => sum + (tally.level >= level ? tally.loadMs : 0), 0)
}
