import { requireStaff } from '#platform/identity/viewer.ts'
import { parseDurationMs } from '#platform/time/duration.ts'
import type { QueryResolvers, StaffInput, WhatIfInput } from '../../generated/resolvers.ts'
import type { StaffGroup, WhatIfRequest } from '../../services/simulation/what-if/what-if-request.ts'
import { whatIf as ask } from '../../services/simulation/what-if/what-if.ts'
import { requirementOf, stepOf } from '../routing-step-input.ts'

export const whatIf: QueryResolvers['whatIf'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  return ask(ctx, requestOf(input))
}

function requestOf(input: WhatIfInput): WhatIfRequest {
  return {
    pastHours: input.pastHours ?? 24,
    demands: input.demands?.map(({ queueId, mediaType, arrivalsPerHour, handleTime, patience }) => ({
      queueId,
      mediaType,
      arrivalsPerHour,
      handleTimeMs: parseDurationMs(handleTime),
      patienceMs: patience ? parseDurationMs(patience) : undefined,
    })),
    staff: input.staff?.map(groupOf),
    changes: {
      addAgents: (input.addAgents ?? []).map(groupOf),
      removeAgents: (input.removeAgents ?? []).map(groupOf),
      volumes: (input.volumes ?? []).map(({ queueId, mediaType, factor }) => ({
        queueId: queueId ?? undefined,
        mediaType: mediaType ?? undefined,
        factor,
      })),
      queueSteps: (input.queueSteps ?? []).map(({ queueId, requiredSkills, steps }) => ({
        queueId,
        requiredSkills: requiredSkills?.map(requirementOf),
        steps: steps.map(stepOf),
      })),
    },
    seed: input.seed ?? 1,
    replications: input.replications ?? 5,
  }
}

function groupOf({ count, skills }: StaffInput): StaffGroup {
  return { count, skills: skills.map(({ skillId, proficiency }) => ({ skillId, proficiency })) }
}
