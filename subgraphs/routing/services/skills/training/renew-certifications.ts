import { hasCode } from '#platform/errors/has-code.ts'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type AgentRecord, type AgentSkillRecord, Agents } from '../../../models/agent.ts'
import { TrainingItems } from '../../../models/training-item.ts'
import { TrainingPlans } from '../../../models/training-plan.ts'
import { listSkills } from '../../agents/list-skills.ts'
import { lowestIdAt } from '../demand/lowest-id-at.ts'
import { pushedStep } from './take-step.ts'

const soonMs = 30 * 86_400_000
const batchSize = 200
const duplicateKey = 11_000

/**
 * Looks after trainings as time passes: proposes to renew each certification that expires within 30 days, once, and
 * lets expire what nobody began until its due instant. It may run at any time, in several processes at once: unique
 * indexes let each training in once.
 * @returns false: all is done
 */
export async function renewCertifications(ctx: ServiceContext): Promise<false> {
  const now = ctx.now()
  await TrainingItems(ctx.db).updateMany(
    { state: { $in: ['PROPOSED', 'ACCEPTED'] }, dueAt: { $lte: now } },
    {
      $set: { state: 'EXPIRED' },
      $unset: { open: 1 },
      $push: pushedStep({ at: now, state: 'EXPIRED' }),
    },
  )
  const soon = new Date(now.getTime() + soonMs)
  const known = new Set((await listSkills(ctx)).map(({ _id }) => _id))
  const expiring = { ownSkills: { $elemMatch: { expiresAt: { $gt: now, $lte: soon } } } }
  for (let afterId = ''; ; ) {
    const agents = await Agents(ctx.db)
      .find({ ...expiring, _id: { $gt: afterId } }, { ownSkills: 1 })
      .sort({ _id: 1 })
      .limit(batchSize)
      .lean()
    for (const agent of agents) {
      for (const skill of agent.ownSkills) {
        const { skillId, expiresAt } = skill
        if (!expiresAt || expiresAt <= now || expiresAt > soon || !known.has(skillId)) continue
        await proposeRenewal(ctx, agent, { ...skill, expiresAt }, now)
      }
    }
    const last = agents.at(-1)
    if (!last || agents.length < batchSize) return false
    afterId = last._id
  }
}

async function proposeRenewal(
  ctx: ServiceContext,
  { _id: agentId }: Pick<AgentRecord, '_id'>,
  { skillId, proficiency, expiresAt }: AgentSkillRecord & { expiresAt: Date },
  now: Date,
): Promise<void> {
  // One that was turned down or called off is not proposed again and again.
  const before = { agentId, skillId, _id: { $gte: lowestIdAt(new Date(now.getTime() - soonMs)) } }
  if (await TrainingItems(ctx.db).exists({ $or: [before, { agentId, skillId, open: true }] })) return
  const planId = await planOfMonth(ctx, skillId, proficiency, expiresAt, now)
  await once(() =>
    TrainingItems(ctx.db).updateOne(
      { agentId, skillId, open: true },
      {
        $setOnInsert: {
          _id: newId(),
          planId,
          fromLevel: proficiency,
          targetLevel: proficiency,
          state: 'PROPOSED',
          dueAt: expiresAt,
          score: 1,
          notes: [],
          history: [{ at: now, state: 'PROPOSED' }],
        },
      },
      { upsert: true },
    ),
  )
}

/** The plan of a skill's recertifications in this month; its due instant is that of the last one that was added. */
async function planOfMonth(
  ctx: ServiceContext,
  skillId: string,
  targetLevel: number,
  dueAt: Date,
  now: Date,
): Promise<string> {
  const period = now.toISOString().slice(0, 7)
  await once(() =>
    TrainingPlans(ctx.db).updateOne(
      { skillId, period },
      {
        $setOnInsert: { _id: newId(), reason: 'RECERTIFICATION', createdAt: now },
        $max: { targetLevel, dueAt },
      },
      { upsert: true },
    ),
  )
  const plan = await TrainingPlans(ctx.db).findOne({ skillId, period }, { _id: 1 }).lean()
  if (!plan) throw new Error('a plan was made and is not there')
  return plan._id
}

/** Another process that makes the same row at the same moment has done the work. */
async function once(make: () => Promise<unknown>): Promise<void> {
  try {
    await make()
  } catch (error) {
    if (!hasCode(error, duplicateKey)) throw error
  }
}
