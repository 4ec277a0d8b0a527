import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { sessionTurn } from '#schema/events/session-turn.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { type SessionTurnRecord, SessionTurns } from '../../models/session-turn.ts'
import type { WorkItemRecord } from '../../models/work-item.ts'
import { workOfSession } from '../work/work-of-session.ts'
import { insertClocks } from './clocks/insert-clocks.ts'
import { itemFollowsClocks } from './clocks/item-follows-clocks.ts'
import { newClock } from './clocks/new-clock.ts'
import { pauseClocks } from './clocks/pause-clocks.ts'
import { resumeClocks } from './clocks/resume-clocks.ts'
import { policiesFor } from './policies-for.ts'
import { slaSettings } from './settings/sla-settings.ts'
import { stopClocks } from './stop-clocks.ts'

type Turn = z.output<typeof sessionTurn.payload>

/**
 * In an answered contact somebody has written. The customer's message begins the clock of the next response, unless one
 * waits for an answer already; the agent's next message meets it, and it is the customer's turn. News may come in any
 * order: a message that was answered before we hear of it begins nothing, for nobody would stop it.
 */
export async function followTurn(ctx: ServiceContext, turn: Turn, session: ClientSession): Promise<void> {
  const item = await workOfSession(ctx, turn.sessionId, session)
  const known = await noteTurn(ctx, turn, session)
  if (turn.author === 'AGENT') {
    await stopClocks(ctx, item._id, 'REPLIED', turn.at, session, turn.sequence)
    if (turn.sequence > known.customerSequence) await pauseClocks(ctx, item._id, turn.at, session)
  } else if (turn.sequence > known.agentSequence && isOpen(item)) {
    await resumeClocks(ctx, item._id, turn.at, session)
    await beginNextResponse(ctx, item, turn, session)
  } else return
  const clocks = await AppliedSlas(ctx.db).find({ workItemId: item._id }).session(session).lean()
  await itemFollowsClocks(ctx, item, clocks, session)
}

function isOpen({ status }: WorkItemRecord): boolean {
  return status === 'QUEUED' || status === 'RESERVED' || status === 'ASSIGNED'
}

/** Keeps whose message is the newest, whatever was heard of before. */
async function noteTurn(ctx: ServiceContext, turn: Turn, session: ClientSession): Promise<SessionTurnRecord> {
  const { author, sequence, at } = turn
  const newest =
    author === 'AGENT' ? { agentSequence: sequence } : { customerSequence: sequence, customerAt: at }
  const row = await SessionTurns(ctx.db)
    .findOneAndUpdate(
      { _id: turn.sessionId },
      {
        $max: newest,
        $set: { heardAt: ctx.now() },
        $setOnInsert: author === 'AGENT' ? { customerSequence: 0 } : { agentSequence: 0 },
      },
      { session, upsert: true, returnDocument: 'after' },
    )
    .lean()
  if (!row) throw new Error('an upsert gave nothing back')
  return row
}

async function beginNextResponse(
  ctx: ServiceContext,
  item: WorkItemRecord,
  { sequence, at }: Turn,
  session: ClientSession,
): Promise<void> {
  const waits = await AppliedSlas(ctx.db)
    .exists({
      workItemId: item._id,
      metric: 'NEXT_RESPONSE',
      status: { $ne: 'CANCELED' },
      repliedAt: { $exists: false },
    })
    .session(session)
  if (waits) return
  const settings = await slaSettings(ctx, session)
  const policy = policiesFor(settings.policies, item).get('NEXT_RESPONSE')
  if (!policy) return
  const clock = { ...newClock(settings, item, policy, at), fromSequence: sequence }
  await insertClocks(ctx, [clock], session)
}
