import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Skills } from '../../models/skill.ts'

/** Makes the skills that are not there yet; their name is their id until somebody gives a better one. */
export async function knowSkills(
  ctx: ServiceContext,
  skillIds: readonly string[],
  session: ClientSession,
): Promise<void> {
  if (skillIds.length === 0) return
  await Skills(ctx.db).bulkWrite(
    skillIds.map((id) => ({
      updateOne: { filter: { _id: id }, update: { $setOnInsert: { name: id } }, upsert: true },
    })),
    { session },
  )
}
