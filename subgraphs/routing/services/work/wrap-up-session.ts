import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import { finishWork } from './finish-work.ts'
import { workOfSession } from './work-of-session.ts'

/**
 * The agent finished after-contact work: the item is done, and their capacity is free for the next contact. One that
 * already waits to be called back goes on waiting.
 */
export async function wrapUpSession(
  ctx: ServiceContext,
  { sessionId }: z.output<typeof sessionWrappedUp.payload>,
  session: ClientSession,
): Promise<void> {
  const item = await workOfSession(ctx, sessionId, session)
  if (item.status === 'COMPLETED' || item.status === 'CANCELED') return
  const awaitsCallback = item.callback && !item.callback.takenAt
  if (awaitsCallback && (item.status === 'QUEUED' || item.status === 'RESERVED')) return
  await finishWork(ctx, item, 'WRAPPED_UP', session)
}
