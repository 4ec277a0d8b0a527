import { parseDurationMs } from '#platform/time/duration.ts'
import type { RoutingStepInput, SkillRequirementInput } from '../generated/resolvers.ts'
import type { RoutingStepRecord, SkillRequirementRecord } from '../models/queue.ts'

/** A step of a queue as it is stored. */
export function stepOf(step: RoutingStepInput): RoutingStepRecord {
  return {
    relaxAfterMs: parseDurationMs(step.relaxAfter),
    requiredSkills: step.requiredSkills.map(requirementOf),
    overflowQueueIds: step.overflowQueueIds ?? [],
    advanceMs: parseDurationMs(step.advance ?? 'PT0S'),
  }
}

/** A need as it is stored; any proficiency is enough where none is named. */
export function requirementOf({
  skillId,
  minimumProficiency,
}: SkillRequirementInput): SkillRequirementRecord {
  return { skillId, minimumProficiency: minimumProficiency ?? 1 }
}
