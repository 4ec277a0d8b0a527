import type { ServiceContext } from '#platform/service/service-context.ts'
import { type LevelTally, SkillTallies, type SkillTallyRecord } from '../../../models/skill-tally.ts'
import { tallyDay } from './tally-day.ts'

const dayMs = 86_400_000
const nobody = [0, 0, 0, 0, 0]
const keptMs = { HOUR: 35 * dayMs, DAY: 400 * dayMs }

/** Replaces one hour's demand. Who was on duty meanwhile stays: that can not be counted later. */
export async function writeHour(
  ctx: ServiceContext,
  at: Date,
  tallies: ReadonlyMap<string, LevelTally[]>,
): Promise<void> {
  // What a queue needs may have changed since: then what stood here is demand for something else.
  await SkillTallies(ctx.db).updateMany(
    { span: 'HOUR', at, skillId: { $nin: [...tallies.keys()] } },
    { $set: { levels: [] } },
  )
  await write(
    ctx,
    [...tallies].map(([skillId, levels]) => ({ span: 'HOUR', at, skillId, set: { levels } })),
  )
}

/** Replaces one day by the sum of its hours. */
export async function writeDay(ctx: ServiceContext, day: Date): Promise<void> {
  const hours = await SkillTallies(ctx.db)
    .find({ span: 'HOUR', at: { $gte: day, $lt: new Date(day.getTime() + dayMs) } })
    .lean()
  const bySkill = Map.groupBy(hours, ({ skillId }) => skillId)
  await write(
    ctx,
    [...bySkill].map(([skillId, rows]) => ({ span: 'DAY', at: day, skillId, set: tallyDay(rows) })),
  )
}

interface Tally {
  span: SkillTallyRecord['span']
  at: Date
  skillId: string
  set: Partial<SkillTallyRecord>
}

async function write(ctx: ServiceContext, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return
  await SkillTallies(ctx.db).bulkWrite(
    tallies.map(({ span, at, skillId, set }) => ({
      updateOne: {
        filter: { _id: `${span}/${at.toISOString()}/${skillId}` },
        update: {
          $set: set,
          $setOnInsert: {
            span,
            at,
            skillId,
            expiresAt: new Date(at.getTime() + keptMs[span]),
            ...(set.holders === undefined && { holders: nobody, onDuty: nobody }),
          },
        },
        upsert: true,
      },
    })),
  )
}
