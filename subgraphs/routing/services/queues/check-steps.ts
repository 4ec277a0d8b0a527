import type { RoutingStepRecord, SkillRequirementRecord } from '../../models/queue.ts'
import type { Refusal } from '../refusal.ts'

/** With the queue's own needs at the beginning that makes six. */
const maxSteps = 5
const maxOverflowQueues = 10
const maxRelaxAfterMs = 86_400_000
/** Bounded, so that nobody else in the line starves. */
const maxAdvanceMs = 300_000

/**
 * Refuses relaxations that are none: each step comes later than the one before, and needs less or the same, so that
 * whoever could serve a contact can still do so later on.
 */
export function checkSteps(
  atFirst: readonly SkillRequirementRecord[],
  steps: readonly RoutingStepRecord[],
): Refusal[] {
  const refusals: Refusal[] = []
  if (steps.length > maxSteps) {
    const message = 'A queue has six steps at most, with its own needs as the first.'
    refusals.push({ field: 'routingSteps', code: 'TOO_MANY', message })
  }
  let before = { needs: atFirst, afterMs: 0 }
  steps.forEach((step, at) => {
    const field = `routingSteps.${at}`
    refusals.push(...checkStep(step, before, field))
    before = { needs: step.requiredSkills, afterMs: step.relaxAfterMs }
  })
  return refusals
}

function checkStep(
  { relaxAfterMs, requiredSkills, overflowQueueIds, advanceMs }: RoutingStepRecord,
  before: { needs: readonly SkillRequirementRecord[]; afterMs: number },
  field: string,
): Refusal[] {
  const refusals: Refusal[] = []
  const refuse = (name: string, code: string, message: string) =>
    refusals.push({ field: `${field}.${name}`, code, message })
  if (relaxAfterMs <= before.afterMs || relaxAfterMs > maxRelaxAfterMs) {
    refuse('relaxAfter', 'OUT_OF_RANGE', 'Each step comes later than the one before, within a day.')
  }
  if (advanceMs < 0 || advanceMs > maxAdvanceMs) {
    refuse('advance', 'OUT_OF_RANGE', 'A step moves a contact ahead by five minutes at most.')
  }
  if (overflowQueueIds.length > maxOverflowQueues) {
    refuse('overflowQueueIds', 'TOO_MANY', 'Name ten queues at most.')
  }
  requiredSkills.forEach(({ skillId, minimumProficiency }, at) => {
    const earlier = before.needs.find((need) => need.skillId === skillId)
    const asks = !earlier ? 'nothing of' : minimumProficiency > earlier.minimumProficiency ? 'less of' : null
    if (!asks) return
    const message = `The step before asks for ${asks} ${skillId}: a step may only lower or drop a need.`
    refuse(`requiredSkills.${at}`, 'NOT_A_RELAXATION', message)
  })
  const repeated = requiredSkills.findIndex(
    ({ skillId }, at) => requiredSkills.findIndex((need) => need.skillId === skillId) !== at,
  )
  if (repeated >= 0) refuse(`requiredSkills.${repeated}`, 'DUPLICATE', 'This skill is named twice.')
  return refusals
}
