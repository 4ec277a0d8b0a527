import { badUserInput } from '#platform/errors/bad-user-input.ts'
import { maxAgents } from './limits.ts'
import type { StaffGroup, WhatIfRequest } from './what-if-request.ts'

const maxDemands = 500
const maxChanges = 100
const maxSkills = 100
const maxPerHour = 100_000
const dayMs = 86_400_000

/**
 * Refuses what could not be played, or not in reasonable time, before anything is read.
 * @throws BAD_USER_INPUT with the field
 */
export function checkRequest(request: WhatIfRequest): void {
  const { pastHours, demands, staff, changes, seed, replications } = request
  checkPastHours(pastHours)
  require(Number.isInteger(seed) &&
    seed >= 0 &&
    seed <= 1_000_000, 'seed', 'A whole number from 0 to a million.')
  require(replications >= 2 &&
    replications <= 30, 'replications', 'From 2 to 30: one alone does not tell how sure it is.')
  demands?.forEach((demand, at) => {
    const field = `demands.${at}`
    const { arrivalsPerHour, handleTimeMs, patienceMs } = demand
    require(arrivalsPerHour.length >= 1 &&
      arrivalsPerHour.length <= 24 &&
      arrivalsPerHour.every(
        (rate) => rate >= 0 && rate <= maxPerHour,
      ), `${field}.arrivalsPerHour`, `From 1 to 24 hours, each with 0 to ${maxPerHour} contacts.`)
    require(handleTimeMs >= 1_000 &&
      handleTimeMs <= dayMs, `${field}.handleTime`, 'From one second to one day.')
    require(patienceMs === undefined ||
      (patienceMs >= 1_000 && patienceMs <= 7 * dayMs), `${field}.patience`, 'From one second to a week.')
    const isRepeated = demands.some(
      (other, before) =>
        before < at && other.queueId === demand.queueId && other.mediaType === demand.mediaType,
    )
    require(!isRepeated, field, 'This queue and kind of contact is named twice.')
  })
  require((demands?.length ?? 0) <= maxDemands, 'demands', `Name ${maxDemands} at most.`)
  checkStaff('staff', staff ?? [])
  checkStaff('addAgents', changes.addAgents)
  checkStaff('removeAgents', changes.removeAgents)
  changes.volumes.forEach(({ factor }, at) => {
    require(factor >= 0 && factor <= 10, `volumes.${at}.factor`, 'From 0 to 10.')
  })
  require(changes.volumes.length <= maxChanges, 'volumes', `Name ${maxChanges} at most.`)
  require(changes.queueSteps.length <= maxChanges, 'queueSteps', `Name ${maxChanges} at most.`)
}

/** @throws BAD_USER_INPUT */
export function checkPastHours(pastHours: number): void {
  require((pastHours >= 1 && pastHours <= 24) ||
    (pastHours % 24 === 0 &&
      pastHours <= 336 &&
      pastHours > 0), 'pastHours', 'From 1 to 24 hours, or whole days of 24 up to 336.')
}

function checkStaff(field: string, groups: readonly StaffGroup[]): void {
  groups.forEach(({ count, skills }, at) => {
    require(count >= 1, `${field}.${at}.count`, 'At least one.')
    require(skills.length <= maxSkills, `${field}.${at}.skills`, `Name ${maxSkills} at most.`)
    const isRight = skills.every(({ proficiency }) => proficiency >= 1 && proficiency <= 5)
    require(isRight, `${field}.${at}.skills`, 'Proficiency goes from 1 to 5.')
  })
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  require(groups.length <= maxChanges && total <= maxAgents, field, `${maxAgents} agents at most.`)
}

function require(holds: boolean, field: string, reason: string): void {
  if (!holds) throw badUserInput({ field, reason })
}
