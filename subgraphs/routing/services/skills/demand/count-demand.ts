import { hasCode } from '#platform/errors/has-code.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type DemandCountRecord, DemandCounts } from '../../../models/demand-count.ts'
import { Queues } from '../../../models/queue.ts'
import { WorkItems } from '../../../models/work-item.ts'
import { listSkills } from '../../agents/list-skills.ts'
import { countHolders } from './count-holders.ts'
import { countWaiting } from './count-waiting.ts'
import type { Needs } from './needs-of.ts'
import { readHour } from './read-hour.ts'
import { tallyHour } from './tally-hour.ts'
import { writeDay, writeHour } from './write-tallies.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Whoever counts and dies is followed by another after this. */
const claimMs = 5 * 60_000
const hoursAtOnce = 48
/** A contact takes about 0.03 ms of the store to count; so counting is a twentieth of its time at most. */
const perContactMs = 0.6
const oldestMs = 35 * dayMs
const duplicateKey = 11_000

/**
 * Counts demand by skill anew: the hour that runs and the one before it, and all of the last day whenever an hour
 * begins, because work ends and a miss turns out to be none after its hour. Counting replaces rows, so it may happen
 * twice. The more contacts it looked through, the later comes the next (`perContactMs`).
 * @param everyMs the least time between two counts
 * @returns whether there are hours left to count, after a stop for instance
 */
export async function countDemand(ctx: ServiceContext, everyMs: number): Promise<boolean> {
  const now = ctx.now()
  const claimed = await claim(ctx, now)
  if (!claimed) return false
  const thisHour = new Date(Math.floor(now.getTime() / hourMs) * hourMs)
  const needs = await readNeeds(ctx)
  const first = await firstHour(ctx, claimed, thisHour)
  const end = new Date(Math.min(thisHour.getTime() + hourMs, first.getTime() + hoursAtOnce * hourMs))
  let contacts = 0
  for (let at = first; at < end; at = new Date(at.getTime() + hourMs)) {
    const facts = await readHour(ctx, at, new Date(at.getTime() + hourMs))
    contacts += facts.arrivals.reduce((sum, { count }) => sum + count, 0)
    await writeHour(ctx, at, tallyHour(facts, needs))
  }
  const more = end <= thisHour
  if (!more) await countHolders(ctx, thisHour)
  const firstDay = Math.floor(first.getTime() / dayMs) * dayMs
  for (let day = firstDay; day < end.getTime(); day += dayMs) await writeDay(ctx, new Date(day))
  const waiting = await countWaiting(ctx, needs)
  const pauseMs = more ? 0 : everyMs + contacts * perContactMs
  await DemandCounts(ctx.db).updateOne(
    { _id: 'demand' },
    {
      $set: {
        nextAt: new Date(now.getTime() + pauseMs),
        countedTo: more ? end : thisHour,
        countedAt: now,
        waiting,
      },
    },
  )
  return more
}

async function claim(ctx: ServiceContext, now: Date): Promise<DemandCountRecord | null> {
  try {
    return await DemandCounts(ctx.db)
      .findOneAndUpdate(
        { _id: 'demand', nextAt: { $lte: now } },
        { $set: { nextAt: new Date(now.getTime() + claimMs) }, $setOnInsert: { waiting: [] } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean()
  } catch (error) {
    // The row is there, and its turn has not come.
    if (hasCode(error, duplicateKey)) return null
    throw error
  }
}

/** Where to begin: with the oldest contact at the first time, after a stop where it ended. */
async function firstHour(
  ctx: ServiceContext,
  { countedTo }: DemandCountRecord,
  thisHour: Date,
): Promise<Date> {
  if (countedTo) {
    const again = countedTo < thisHour ? dayMs : hourMs
    return new Date(Math.max(countedTo.getTime() - again, thisHour.getTime() - oldestMs))
  }
  const oldest = await WorkItems(ctx.db).findOne({}, { queuedAt: 1 }).sort({ _id: 1 }).lean()
  const fromMs = Math.min(oldest?.queuedAt.getTime() ?? thisHour.getTime(), thisHour.getTime())
  return new Date(Math.max(Math.floor(fromMs / hourMs) * hourMs, thisHour.getTime() - oldestMs))
}

async function readNeeds(ctx: ServiceContext): Promise<Needs> {
  const [queues, skills] = await Promise.all([
    Queues(ctx.db).find({}, { requiredSkills: 1 }).lean(),
    listSkills(ctx),
  ])
  return {
    ofQueues: new Map(queues.map(({ _id, requiredSkills }) => [_id, requiredSkills])),
    languages: new Set(skills.filter(({ kind }) => kind === 'LANGUAGE').map(({ _id }) => _id)),
  }
}
