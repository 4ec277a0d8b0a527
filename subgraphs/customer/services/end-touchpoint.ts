import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Touchpoints } from '../models/touchpoint.ts'

/** A contact is over; it may be heard of before its beginning. Of several ends the earliest counts. */
export async function endTouchpoint(
  ctx: ServiceContext,
  { sessionId, endedAt }: { sessionId: string; endedAt: Date },
  session: ClientSession,
): Promise<void> {
  await Touchpoints(ctx.db).updateOne({ _id: sessionId }, { $min: { endedAt } }, { session, upsert: true })
}
