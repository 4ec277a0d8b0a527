import type { ServiceContext } from '#platform/service/service-context.ts'
import { type SkillGroupRecord, SkillGroups } from '../../models/skill-group.ts'

/** The groups, by name; saving bounds how many there are. */
export async function listSkillGroups(ctx: ServiceContext): Promise<SkillGroupRecord[]> {
  return SkillGroups(ctx.db).find().sort({ name: 1, _id: 1 }).lean()
}
