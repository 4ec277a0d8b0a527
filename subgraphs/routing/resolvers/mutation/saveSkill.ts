import { requireStaff } from '#platform/identity/viewer.ts'
import type { MutationResolvers } from '../../generated/resolvers.ts'
import { saveSkill as save } from '../../services/skills/save-skill.ts'

export const saveSkill: MutationResolvers['saveSkill'] = async (_parent, { input }, ctx) => {
  requireStaff(ctx.viewer, 'supervisor')
  const { id, name, kind, mediaType, domain, basicProficiency } = input
  const { saved, refusals } = await save(ctx, {
    _id: id,
    name,
    kind,
    mediaType: mediaType ?? undefined,
    domain: domain ?? undefined,
    basicProficiency: basicProficiency ?? undefined,
  })
  return { skill: saved, userErrors: refusals }
}
