import type { ClientSession } from 'mongoose'
import { notFound } from '#platform/errors/not-found.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { certifierIsTrainee } from '../../../errors.ts'
import { type AgentSkillRecord, Agents } from '../../../models/agent.ts'
import { type TrainingItemRecord, TrainingItems } from '../../../models/training-item.ts'
import { knowSkills } from '../../agents/know-skills.ts'
import type { Refusal, Saved } from '../../refusal.ts'
import { refreshAgents } from '../refresh-agents.ts'
import { inTurn } from '../in-turn.ts'
import { takeStep } from './take-step.ts'
import type { Trainer } from './trainer.ts'

const maxOwnSkills = 100
const longestMs = 10 * 366 * 86_400_000

/** What is certified. */
export interface CertificationWish {
  id: string
  /** What the training was for when left out. */
  proficiency?: number
  /** Without end when left out. */
  validUntil?: Date
}

/**
 * Certifies a training that was handed in. In the same transaction the agent has the skill, as certified now whatever
 * they had of it before, and routing is told, so that the next contact that needs it may be theirs.
 * @throws NOT_FOUND, TRAINING_STATE_CHANGED, CERTIFIER_IS_TRAINEE
 */
export async function certifyTraining(
  ctx: ServiceContext,
  { id, proficiency, validUntil }: CertificationWish,
  by: Trainer,
): Promise<Saved<TrainingItemRecord>> {
  const now = ctx.now()
  const refusals = check(now, proficiency, validUntil)
  if (refusals.length > 0) return { saved: null, refusals }
  return inTurn(ctx, async (session) => {
    const training = await TrainingItems(ctx.db).findById(id).session(session).lean()
    if (!training) throw notFound({ kind: 'training', id })
    if (training.agentId === by.id) throw certifierIsTrainee({ trainingId: id })
    const certified = {
      skillId: training.skillId,
      proficiency: proficiency ?? training.targetLevel,
      ...(validUntil && { expiresAt: validUntil }),
    }
    const item = await takeStep(
      ctx,
      id,
      'CERTIFY',
      by,
      {
        certification: {
          proficiency: certified.proficiency,
          ...(validUntil && { validUntil }),
          certifiedById: by.id,
          certifiedBy: by.name,
          certifiedAt: now,
        },
      },
      session,
    )
    await give(ctx, item.agentId, certified, session)
    return { saved: item, refusals: [] }
  })
}

async function give(
  ctx: ServiceContext,
  agentId: string,
  certified: AgentSkillRecord,
  session: ClientSession,
): Promise<void> {
  await knowSkills(ctx, [certified.skillId], session)
  const agent = await Agents(ctx.db).findById(agentId).session(session).lean()
  if (!agent) throw notFound({ kind: 'agent', id: agentId })
  const others = agent.ownSkills.filter(({ skillId }) => skillId !== certified.skillId)
  // Those that expired longest ago make room: an agent's list stays bounded.
  const kept = others
    .toSorted((a, b) => (b.expiresAt?.getTime() ?? Infinity) - (a.expiresAt?.getTime() ?? Infinity))
    .slice(0, maxOwnSkills - 1)
  const ownSkills = [...kept, certified]
  await Agents(ctx.db).updateOne({ _id: agentId }, { $set: { ownSkills } }, { session })
  await refreshAgents(ctx, [{ ...agent, ownSkills }], 'CERTIFIED', session)
}

function check(now: Date, proficiency: number | undefined, validUntil: Date | undefined): Refusal[] {
  const refusals: Refusal[] = []
  if (proficiency !== undefined && !(proficiency >= 1 && proficiency <= 5)) {
    refusals.push({ field: 'proficiency', code: 'OUT_OF_RANGE', message: 'Proficiency goes from 1 to 5.' })
  }
  if (validUntil && (validUntil <= now || validUntil.getTime() > now.getTime() + longestMs)) {
    refusals.push({
      field: 'validUntil',
      code: 'OUT_OF_RANGE',
      message: 'A certification counts until an instant within the next ten years.',
    })
  }
  return refusals
}
