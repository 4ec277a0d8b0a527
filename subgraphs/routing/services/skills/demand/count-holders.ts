import type { ServiceContext } from '#platform/service/service-context.ts'
import { SkillTallies } from '../../../models/skill-tally.ts'
import { readHolders } from '../gaps/read-holders.ts'

/**
 * Looks who has, at this moment, the skills that contacts asked for in this hour, and who of them is on duty, and adds
 * that to the hour: over many looks it tells which part of the holders is there when they are needed.
 */
export async function countHolders(ctx: ServiceContext, hour: Date): Promise<void> {
  const asked = await SkillTallies(ctx.db)
    .find({ span: 'HOUR', at: hour, 'levels.0': { $exists: true } }, { skillId: 1 })
    .lean()
  if (asked.length === 0) return
  const holders = await readHolders(ctx)
  const looks = asked.flatMap(({ _id, skillId }) => {
    const all = holders.get(skillId) ?? []
    const seen = [1, 2, 3, 4, 5].flatMap((level, index) => {
      const able = all.filter(({ proficiency }) => proficiency >= level)
      return [
        [`holders.${index}`, able.length] as const,
        [`onDuty.${index}`, able.filter(({ onDuty }) => onDuty).length] as const,
      ]
    })
    return all.length > 0
      ? [{ updateOne: { filter: { _id }, update: { $inc: Object.fromEntries(seen) } } }]
      : []
  })
  if (looks.length > 0) await SkillTallies(ctx.db).bulkWrite(looks)
}
