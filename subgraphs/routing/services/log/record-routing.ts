import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { RoutingLog, type RoutingLogRecord } from '../../models/routing-log.ts'
import type { OfferDecision } from '../core/decision.ts'
import type { RoutingCommand } from '../core/routing-command.ts'

/** What happened, as a transition tells it. */
export interface RoutingEntry extends Omit<RoutingLogRecord, '_id' | 'at' | 'command' | 'decision'> {
  /** Now, when left out. */
  at?: Date
  command?: RoutingCommand
  decision?: OfferDecision
}

/**
 * Writes what happened into the routing log, in the transaction that makes it true. Every transition calls it, with one
 * entry for each fact that the core needs to know, in the order in which they became true.
 */
export async function recordRouting(
  ctx: ServiceContext,
  session: ClientSession,
  ...entries: readonly RoutingEntry[]
): Promise<void> {
  if (entries.length === 0) return
  const now = ctx.now()
  const rows = entries.map((entry): RoutingLogRecord => ({ ...entry, _id: newId(), at: entry.at ?? now }))
  // Lean: nothing here comes from outside, and a leader writes hundreds of them at once.
  await RoutingLog(ctx.db).insertMany(rows, { session, lean: true })
}
