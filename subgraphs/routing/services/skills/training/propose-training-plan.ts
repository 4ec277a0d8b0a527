import { hasCode } from '#platform/errors/has-code.ts'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type SkillRecord, Skills } from '../../../models/skill.ts'
import { type TrainingItemRecord, TrainingItems } from '../../../models/training-item.ts'
import { type TrainingPlanRecord, TrainingPlans } from '../../../models/training-plan.ts'
import { knowSkills } from '../../agents/know-skills.ts'
import type { Refusal, Saved } from '../../refusal.ts'
import type { DemandWindow } from '../gaps/demand-window.ts'
import { type MeasuredGap, skillGaps } from '../gaps/skill-gaps.ts'
import { inTurn } from '../in-turn.ts'
import { findCandidates } from './find-candidates.ts'
import { openTrainings } from './open-trainings.ts'
import type { Trainer } from './trainer.ts'

const dayMs = 86_400_000
const maxPlaces = 50
const tries = 3
const duplicateKey = 11_000

/** What is wanted of a plan. */
export interface PlanWish {
  skillId: string
  /** The gap's level when left out. */
  targetLevel?: number
  window: DemandWindow
  /** As many as the gap misses when left out. */
  places?: number
  /** In 30 days when left out. */
  dueAt?: Date
}

/** Proposes trainings in a skill for the best candidates, against the gap as it is now. */
export async function proposeTrainingPlan(
  ctx: ServiceContext,
  wish: PlanWish,
  by: Trainer,
): Promise<Saved<TrainingPlanRecord>> {
  const refusals = check(ctx, wish)
  if (refusals.length > 0) return { saved: null, refusals }
  const skill = await Skills(ctx.db)
    .findOne({ _id: wish.skillId, removedAt: { $exists: false } })
    .lean()
  if (!skill) return refused('skillId', 'NOT_FOUND', `There is no skill ${wish.skillId}.`)
  const { gaps } = await skillGaps(ctx, wish.window)
  const gap = gaps.find(({ skillId }) => skillId === wish.skillId)
  const targetLevel = wish.targetLevel ?? gap?.level ?? 1
  for (let attempt = 1; ; attempt += 1) {
    const places = wish.places ?? (await placesMissing(ctx, gap, targetLevel))
    if (places < 1) {
      const message = 'Nobody is missing, with the trainings under way. Say how many places you want.'
      return refused('places', 'NO_GAP', message)
    }
    try {
      return await write(ctx, skill, { ...wish, targetLevel, places }, gap, by)
    } catch (error) {
      // Somebody has proposed one of these agents at the same moment: rank anew, without them.
      if (!hasCode(error, duplicateKey) || attempt === tries) throw error
    }
  }
}

async function placesMissing(
  ctx: ServiceContext,
  gap: MeasuredGap | undefined,
  targetLevel: number,
): Promise<number> {
  if (!gap) return 0
  const open = (await openTrainings(ctx, [gap.skillId])).get(gap.skillId) ?? []
  const underWay = open.reduce((sum, { level, count }) => sum + (level >= targetLevel ? count : 0), 0)
  const missing = Math.max(gap.missingAgents, gap.missingIn30Days)
  return Math.min(maxPlaces, Math.ceil(missing) - underWay)
}

async function write(
  ctx: ServiceContext,
  skill: SkillRecord,
  { targetLevel, places, window, dueAt }: PlanWish & { targetLevel: number; places: number },
  gap: MeasuredGap | undefined,
  by: Trainer,
): Promise<Saved<TrainingPlanRecord>> {
  const chosen = (await findCandidates(ctx, skill, targetLevel)).slice(0, places)
  if (chosen.length === 0) {
    const message = 'Everybody has this skill, is in training for it, or turned it down lately.'
    return refused(null, 'NO_CANDIDATE', message)
  }
  const at = ctx.now()
  const plan: TrainingPlanRecord = {
    _id: newId(),
    skillId: skill._id,
    targetLevel,
    reason: 'GAP',
    dueAt: dueAt ?? new Date(at.getTime() + 30 * dayMs),
    proposedById: by.id,
    proposedBy: by.name,
    createdAt: at,
    ...(gap && {
      gap: {
        window,
        severity: gap.severity,
        requiredAgents: gap.requiredAgents,
        missingAgents: gap.missingAgents,
        arrivals: gap.demand.arrivals,
        slaMissed: gap.demand.slaMissed,
      },
    }),
  }
  const items = chosen.map(
    ({ agentId, currentLevel, score }): TrainingItemRecord => ({
      _id: newId(),
      planId: plan._id,
      agentId,
      skillId: skill._id,
      ...(currentLevel !== undefined && { fromLevel: currentLevel }),
      targetLevel,
      state: 'PROPOSED',
      open: true,
      dueAt: plan.dueAt,
      score,
      notes: [],
      history: [{ at, byId: by.id, by: by.name, state: 'PROPOSED' }],
    }),
  )
  await inTurn(ctx, async (session) => {
    // A skill that is removed at this moment comes back, or stays because it is trained.
    await knowSkills(ctx, [skill._id], session)
    await TrainingPlans(ctx.db).insertMany([plan], { session })
    await TrainingItems(ctx.db).insertMany(items, { session })
  })
  return { saved: plan, refusals: [] }
}

function check(ctx: ServiceContext, { targetLevel, places, dueAt }: PlanWish): Refusal[] {
  const refusals: Refusal[] = []
  if (targetLevel !== undefined && !(targetLevel >= 1 && targetLevel <= 5)) {
    refusals.push({ field: 'targetLevel', code: 'OUT_OF_RANGE', message: 'Proficiency goes from 1 to 5.' })
  }
  if (places !== undefined && !(places >= 1 && places <= maxPlaces)) {
    refusals.push({ field: 'places', code: 'OUT_OF_RANGE', message: `Give 1 to ${maxPlaces} places.` })
  }
  if (dueAt && dueAt <= ctx.now()) {
    refusals.push({ field: 'dueAt', code: 'OUT_OF_RANGE', message: 'Give an instant to come.' })
  }
  return refusals
}

function refused(field: string | null, code: string, message: string): { saved: null; refusals: Refusal[] } {
  return { saved: null, refusals: [{ field, code, message }] }
}
