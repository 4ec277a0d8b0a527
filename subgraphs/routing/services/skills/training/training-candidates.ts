import { badUserInput } from '#platform/errors/bad-user-input.ts'
import { notFound } from '#platform/errors/not-found.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Skills } from '../../../models/skill.ts'
import { findCandidates } from './find-candidates.ts'
import type { Candidate } from './rank-candidates.ts'

/**
 * The best candidates for a training.
 * @throws BAD_USER_INPUT for numbers out of range, NOT_FOUND
 */
export async function trainingCandidates(
  ctx: ServiceContext,
  skillId: string,
  targetLevel: number,
  first: number,
): Promise<Candidate[]> {
  if (targetLevel < 1 || targetLevel > 5) {
    throw badUserInput({ field: 'targetLevel', reason: 'has to be 1 to 5' })
  }
  if (first < 1 || first > 50) throw badUserInput({ field: 'first', reason: 'has to be 1 to 50' })
  const skill = await Skills(ctx.db)
    .findOne({ _id: skillId, removedAt: { $exists: false } })
    .lean()
  if (!skill) throw notFound({ kind: 'skill', id: skillId })
  return (await findCandidates(ctx, skill, targetLevel)).slice(0, first)
}
