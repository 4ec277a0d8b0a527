import type { ServiceContext } from '#platform/service/service-context.ts'
import { DemandCounts } from '../../../models/demand-count.ts'
import { SkillTallies } from '../../../models/skill-tally.ts'
import { type DemandWindow, talliesOf } from './demand-window.ts'
import { availabilityOf, type Demand, measureDemand } from './measure-demand.ts'
import { type Gap, measureGap, severities, type Supply } from './measure-gap.ts'
import { type Holder, readHolders } from './read-holders.ts'

const soonMs = 30 * 86_400_000

/** Demand for a skill beside its supply, at the proficiency where they are furthest apart. */
export interface MeasuredGap extends Gap {
  skillId: string
  level: number
  demand: Demand
  supply: Supply
}

/** All gaps, the worst first, and when demand was counted last. */
export interface MeasuredGaps {
  countedAt?: Date
  gaps: MeasuredGap[]
}

/**
 * Measures the gap of every skill that contacts asked for in a window, by three queries: rows of at most 28 hours or
 * days for each skill, the agents, and the row of what waits.
 */
export async function skillGaps(ctx: ServiceContext, window: DemandWindow): Promise<MeasuredGaps> {
  const now = ctx.now()
  const which = talliesOf(window, now)
  const [tallies, holders, count] = await Promise.all([
    SkillTallies(ctx.db).find(which).lean(),
    readHolders(ctx),
    DemandCounts(ctx.db).findById('demand').lean(),
  ])
  const bySkill = Map.groupBy(tallies, ({ skillId }) => skillId)
  const waiting = Map.groupBy(count?.waiting ?? [], ({ skillId }) => skillId)
  const gaps = [...new Set([...bySkill.keys(), ...waiting.keys()])].flatMap((skillId) => {
    const rows = bySkill.get(skillId) ?? []
    const waits = waiting.get(skillId) ?? []
    const levels = new Set([...rows.flatMap((row) => row.levels), ...waits].map(({ level }) => level))
    const measured = [...levels].map((level): MeasuredGap => {
      const waitingCount = waits.reduce((sum, one) => sum + (one.level >= level ? one.count : 0), 0)
      const demand = measureDemand(rows, which.span, level, waitingCount)
      const supply = supplyOf(holders.get(skillId) ?? [], level, availabilityOf(rows, level), now)
      return { skillId, level, demand, supply, ...measureGap(demand, supply) }
    })
    return measured.sort(worstFirst).slice(0, 1)
  })
  return { countedAt: count?.countedAt, gaps: gaps.sort(worstFirst) }
}

/** Severity, then agents missing, then contacts that came too late; then the id, so that the order is one. */
export function worstFirst(a: MeasuredGap, b: MeasuredGap): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    b.missingAgents - a.missingAgents ||
    b.demand.slaMissed - a.demand.slaMissed ||
    (a.skillId < b.skillId ? -1 : Number(a.skillId > b.skillId)) ||
    b.level - a.level
  )
}

function supplyOf(all: readonly Holder[], level: number, availability: number, now: Date): Supply {
  const holders = all.filter(({ proficiency }) => proficiency >= level)
  const soon = new Date(now.getTime() + soonMs)
  const expiringSoon = holders.filter(({ expiresAt }) => expiresAt && expiresAt <= soon).length
  return {
    holders: holders.length,
    onDuty: holders.filter(({ onDuty }) => onDuty).length,
    availability,
    effectiveAgents: holders.length * availability,
    holdersIn30Days: holders.length - expiringSoon,
    expiringSoon,
  }
}
