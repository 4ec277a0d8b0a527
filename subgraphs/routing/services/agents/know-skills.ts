import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Skills } from '../../models/skill.ts'
import { kindOfSkill } from '../skills/kind-of-skill.ts'
import { takeTurn } from '../skills/take-turn.ts'

/**
 * Makes the skills that are not there yet and brings removed ones back; a new one's name is its id, and its kind what
 * the id tells, until somebody says better.
 */
export async function knowSkills(
  ctx: ServiceContext,
  skillIds: readonly string[],
  session: ClientSession,
): Promise<void> {
  if (skillIds.length === 0) return
  await takeTurn(ctx, session)
  await Skills(ctx.db).bulkWrite(
    skillIds.map((id) => ({
      updateOne: {
        filter: { _id: id },
        update: { $setOnInsert: { name: id, ...kindOfSkill(id) }, $unset: { removedAt: 1 } },
        upsert: true,
      },
    })),
    { session },
  )
}
