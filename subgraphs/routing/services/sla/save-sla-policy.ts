import type { ClientSession } from 'mongoose'
import { hasCode } from '#platform/errors/has-code.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { BusinessCalendars } from '../../models/business-calendar.ts'
import { Queues } from '../../models/queue.ts'
import { SlaPolicies, type SlaPolicyRecord } from '../../models/sla-policy.ts'
import type { Refusal, Saved } from '../refusal.ts'
import { addBusinessTime } from './calendar/add-business-time.ts'
import { checkSlaPolicy } from './check-sla-policy.ts'
import { settingsChanged } from './settings/settings-changed.ts'

const duplicateKey = 11_000

/** A policy as it is asked for; what is left out chooses no contacts, counts all time, or pauses never. */
export type SlaPolicyWish = Pick<
  SlaPolicyRecord,
  '_id' | 'name' | 'mediaType' | 'queueId' | 'metric' | 'targetMs' | 'warnBeforeMs'
> &
  Partial<Pick<SlaPolicyRecord, 'channel' | 'minimumPriority' | 'customerTier' | 'calendarId' | 'pauseOn'>>

/** Makes or changes an SLA policy; one that was removed is in force again. Running clocks follow it. */
export async function saveSlaPolicy(
  ctx: ServiceContext,
  wish: SlaPolicyWish,
): Promise<Saved<SlaPolicyRecord>> {
  const policy: SlaPolicyRecord = {
    channel: null,
    minimumPriority: null,
    customerTier: null,
    calendarId: null,
    pauseOn: [],
    ...wish,
    removedAt: null,
  }
  try {
    return await ctx.transaction(async (session) => {
      const refusals = [
        ...checkSlaPolicy(policy),
        ...(await checkQueue(ctx, policy, session)),
        ...(await checkCalendar(ctx, policy, session)),
      ]
      if (refusals.length > 0) return { saved: null, refusals }
      const { _id, ...fields } = policy
      await SlaPolicies(ctx.db).replaceOne({ _id }, fields, { upsert: true, session })
      await settingsChanged(ctx, session)
      return { saved: policy, refusals: [] }
    })
  } catch (error) {
    if (!hasCode(error, duplicateKey)) throw error
    const message = 'Another policy sets this clock for these contacts already; change that one.'
    return { saved: null, refusals: [{ field: null, code: 'DUPLICATE_POLICY', message }] }
  }
}

async function checkQueue(
  ctx: ServiceContext,
  { queueId }: SlaPolicyRecord,
  session: ClientSession,
): Promise<Refusal[]> {
  if (queueId === null || (await Queues(ctx.db).exists({ _id: queueId }).session(session))) return []
  return [{ field: 'queueId', code: 'NOT_FOUND', message: `There is no queue ${queueId}.` }]
}

async function checkCalendar(
  ctx: ServiceContext,
  { calendarId, targetMs }: SlaPolicyRecord,
  session: ClientSession,
): Promise<Refusal[]> {
  if (calendarId === null) return []
  const calendar = await BusinessCalendars(ctx.db).findById(calendarId).session(session).lean()
  if (!calendar) {
    return [{ field: 'calendarId', code: 'NOT_FOUND', message: `There is no calendar ${calendarId}.` }]
  }
  if (addBusinessTime(calendar, ctx.now(), targetMs)) return []
  const message = 'This calendar has too few hours for the target: it would not pass within ten years.'
  return [{ field: 'target', code: 'TARGET_OUT_OF_REACH', message }]
}
