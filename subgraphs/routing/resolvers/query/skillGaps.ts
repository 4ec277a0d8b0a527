import { pageOf } from '#platform/graph/connection.ts'
import { requireStaff } from '#platform/identity/viewer.ts'
import type { QueryResolvers } from '../../generated/resolvers.ts'
import { pageOfGaps } from '../../services/skills/gaps/page-of-gaps.ts'
import { skillGaps as measure } from '../../services/skills/gaps/skill-gaps.ts'

export const skillGaps: QueryResolvers['skillGaps'] = async (_parent, { window, first, after }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const page = pageOf({ first, after })
  const { countedAt, gaps } = await measure(ctx, window ?? 'LAST_7_DAYS')
  return { ...pageOfGaps(gaps, page), countedAt: countedAt ?? null }
}
