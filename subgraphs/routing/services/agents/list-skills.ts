import type { ServiceContext } from '#platform/service/service-context.ts'
import { type SkillRecord, Skills } from '../../models/skill.ts'

const maxSkills = 1_000

/** The skills there are, by name. */
export async function listSkills(ctx: ServiceContext): Promise<SkillRecord[]> {
  return Skills(ctx.db)
    .find({ removedAt: { $exists: false } })
    .sort({ name: 1, _id: 1 })
    .limit(maxSkills)
    .lean()
}
