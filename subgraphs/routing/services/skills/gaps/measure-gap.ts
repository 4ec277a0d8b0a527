import type { Demand } from './measure-demand.ts'
import { requiredAgents } from './required-agents.ts'

/** How bad a gap is, the worst last. */
export const severities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const
export type GapSeverity = (typeof severities)[number]

/** Who has a skill at one proficiency or a better one. */
export interface Supply {
  holders: number
  onDuty: number
  /** From 0 to 1. */
  availability: number
  effectiveAgents: number
  holdersIn30Days: number
  expiringSoon: number
}

/** Demand less supply. */
export interface Gap {
  requiredAgents: number
  missingAgents: number
  missingIn30Days: number
  severity: GapSeverity
}

/** Of fewer contacts one late answer says nothing. */
const fewContacts = 5

/**
 * Missing = required − effective, at least 0: required are the agents whom the load of the busiest hours needs
 * (`requiredAgents`), effective the holders times the part of them who are there when such contacts come. An agent
 * counts in full for each of their skills, so a gap is what is missing even if they did nothing else.
 *
 * Severity: CRITICAL without any holder, or when half of the required are missing; HIGH from a quarter, or when a fifth
 * of the contacts came too late; MEDIUM when anybody is missing, or a tenth came too late; LOW when only certifications
 * that expire within 30 days open a gap.
 */
export function measureGap(demand: Demand, supply: Supply): Gap {
  const required = requiredAgents(demand)
  const missing = (holders: number) => Math.max(0, required - holders * supply.availability)
  const missingAgents = missing(supply.holders)
  const missingIn30Days = missing(supply.holdersIn30Days)
  const late = demand.arrivals >= fewContacts ? demand.slaMissed / demand.arrivals : 0
  const part = required > 0 ? missingAgents / required : 0
  const severity =
    supply.holders === 0 || part >= 0.5
      ? 'CRITICAL'
      : part >= 0.25 || late >= 0.2
        ? 'HIGH'
        : part > 0 || late >= 0.1
          ? 'MEDIUM'
          : missingIn30Days > 0
            ? 'LOW'
            : 'NONE'
  return { requiredAgents: required, missingAgents, missingIn30Days, severity }
}
