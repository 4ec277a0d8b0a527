import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { sessionTurn } from '#schema/events/session-turn.ts'
import { SessionTurns } from '../../models/session-turn.ts'
import { WorkItems } from '../../models/work-item.ts'
import { putInLine } from './put-in-line.ts'
import { workOfSession } from './work-of-session.ts'

/**
 * Keeps since when the customer owes a word. When they write in a contact that was parked, it is back in line, where
 * the agent who had it is asked first. News of an earlier message that come late change nothing: call it before the
 * turn is noted.
 */
export async function noteSilence(
  ctx: ServiceContext,
  { sessionId, author, sequence, at }: z.output<typeof sessionTurn.payload>,
  session: ClientSession,
): Promise<void> {
  const { _id, status } = await workOfSession(ctx, sessionId, session)
  const known = await SessionTurns(ctx.db).findById(sessionId).session(session).lean()
  const later = author === 'AGENT' ? known?.customerSequence : known?.agentSequence
  if ((later ?? 0) > sequence) return
  if (author === 'AGENT') {
    const silent = { $max: { silentSince: at } } as const
    await WorkItems(ctx.db).updateOne({ _id, status: 'ASSIGNED' }, silent, { session })
    return
  }
  await WorkItems(ctx.db).updateOne({ _id }, { $unset: { silentSince: 1 } }, { session })
  if (status !== 'PARKED') return
  await putInLine(
    ctx,
    { _id },
    {
      from: ['PARKED'],
      set: { queuedAt: ctx.now() },
      unset: ['parkedAt'],
      entry: { kind: 'REQUEUED', reason: 'CUSTOMER_WROTE' },
    },
    session,
  )
}
