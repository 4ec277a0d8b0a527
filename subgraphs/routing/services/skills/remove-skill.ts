import type { ClientSession } from 'mongoose'
import { notFound } from '#platform/errors/not-found.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Agents } from '../../models/agent.ts'
import { Queues } from '../../models/queue.ts'
import { SkillGroups } from '../../models/skill-group.ts'
import { Skills } from '../../models/skill.ts'
import { TrainingItems } from '../../models/training-item.ts'
import type { Refusal } from '../refusal.ts'
import { orderRefresh } from './order-refresh.ts'
import { refreshNow } from './refresh-now.ts'
import { inTurn } from './in-turn.ts'

/**
 * Removes a skill that nothing needs any more. A basic one is taken from everybody by that.
 * @returns why it was refused; empty when it is gone
 * @throws NOT_FOUND
 */
export async function removeSkill(ctx: ServiceContext, id: string): Promise<Refusal[]> {
  const refusals = await inTurn(ctx, async (session) => {
    const skill = await Skills(ctx.db)
      .findOne({ _id: id, removedAt: { $exists: false } })
      .session(session)
      .lean()
    if (!skill) throw notFound({ kind: 'skill', id })
    const inUse = await usesOf(ctx, id, session)
    if (inUse.length > 0) return inUse
    await Skills(ctx.db).updateOne(
      { _id: id },
      { $set: { removedAt: ctx.now() }, $unset: { basicProficiency: 1 } },
      { session },
    )
    if (skill.basicProficiency !== undefined) await orderRefresh(ctx, session)
    return []
  })
  await refreshNow(ctx)
  return refusals
}

/** What still needs a skill, each named by one example. */
async function usesOf(ctx: ServiceContext, skillId: string, session: ClientSession): Promise<Refusal[]> {
  const queue = await Queues(ctx.db)
    .findOne({ 'requiredSkills.skillId': skillId, removedAt: { $exists: false } }, { name: 1 })
    .session(session)
    .lean()
  const group = await SkillGroups(ctx.db)
    .findOne({ 'grants.skillId': skillId }, { name: 1 })
    .session(session)
    .lean()
  // The index on what counts does not hold skills that have expired; those go with the skill, as nobody can use them.
  const agent = await Agents(ctx.db)
    .findOne({ skills: { $elemMatch: { skillId, source: 'OWN' } } }, { name: 1 })
    .session(session)
    .lean()
  const training = await TrainingItems(ctx.db)
    .findOne({ skillId, open: true }, { agentId: 1 })
    .session(session)
    .lean()
  const trainee = training && (await Agents(ctx.db).findById(training.agentId).session(session).lean())
  const uses: Array<[code: string, row: { name: string } | null, how: string]> = [
    ['REQUIRED_BY_QUEUE', queue, 'Take it out of the requirements of the queue'],
    ['GRANTED_BY_GROUP', group, 'Take it out of the group'],
    ['HELD_BY_AGENT', agent, 'Take it from the agent'],
    ['TRAINED', trainee, 'End the training of'],
  ]
  return uses.flatMap(([code, row, how]) =>
    row ? [{ field: null, code, message: `${how} ${row.name} first.` }] : [],
  )
}
