import type { LevelTally } from '../../../models/skill-tally.ts'
import { type AskedFor, type Needs, needsOf } from './needs-of.ts'
import type { HourFacts } from './read-hour.ts'

/**
 * Demand of one hour by skill and proficiency. A contact that needs three skills is demand for each of the three. The
 * work of a queue is shared among its contacts of that hour by their number, because an offer does not tell the
 * language; without contacts in that hour it goes to what the queue itself needs.
 */
export function tallyHour({ arrivals, missed, work }: HourFacts, needs: Needs): Map<string, LevelTally[]> {
  const tallies = new Map<string, Map<number, LevelTally>>()
  const add = (asked: AskedFor, amounts: Partial<Omit<LevelTally, 'level'>>) => {
    for (const [skillId, level] of needsOf(asked, needs)) {
      const levels = tallies.get(skillId) ?? new Map<number, LevelTally>()
      tallies.set(skillId, levels)
      const sofar = levels.get(level) ?? noDemand(level)
      levels.set(level, addTallies(sofar, { ...noDemand(level), ...amounts }))
    }
  }
  for (const { count, targetMs, ...asked } of arrivals) add(asked, { arrivals: count, targetMs })
  for (const { count, ...asked } of missed) add(asked, { slaMissed: count })
  for (const { queueId, workMs, loadMs } of work) {
    const ofQueue = arrivals.filter((one) => one.queueId === queueId)
    const all = ofQueue.reduce((sum, { count }) => sum + count, 0)
    if (all === 0) add({ queueId }, { workMs, loadMs })
    for (const { count, ...asked } of ofQueue) {
      add(asked, { workMs: (workMs * count) / all, loadMs: (loadMs * count) / all })
    }
  }
  return new Map(
    [...tallies].map(([skillId, levels]) => [
      skillId,
      [...levels.values()].sort((a, b) => a.level - b.level),
    ]),
  )
}

/** Nothing asked for. */
export function noDemand(level: number): LevelTally {
  return { level, arrivals: 0, slaMissed: 0, workMs: 0, loadMs: 0, targetMs: 0 }
}

/** Both together, at the level of the first; peaks do not add up and are left out. */
export function addTallies(a: LevelTally, b: LevelTally): LevelTally {
  return {
    level: a.level,
    arrivals: a.arrivals + b.arrivals,
    slaMissed: a.slaMissed + b.slaMissed,
    workMs: a.workMs + b.workMs,
    loadMs: a.loadMs + b.loadMs,
    targetMs: a.targetMs + b.targetMs,
  }
}
