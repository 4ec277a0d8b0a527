import type { ServiceContext } from '#platform/service/service-context.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { advanceClocks } from '../sla/advance-clocks.ts'
import { endDirect } from '../work/end-direct.ts'
import { endWrapUp } from '../work/end-wrap-up.ts'
import { expireReservation } from '../work/expire-reservation.ts'
import { inHalves } from './in-halves.ts'

/** Clocks in one transaction. */
const clockBatch = 300
/** Offers are given back one by one: each changes its agent, its item and perhaps a presence. */
const offerBatch = 50

/**
 * Does what is due between two instants: warns, breaches, takes back offers that ran out, ends after-contact work and
 * waiting for one person alone. Whoever calls it does not
 * decide: each step looks at the store's clock again.
 * @returns whether there may be more of it at once
 */
export async function doDue(ctx: ServiceContext, from: Date, before: Date): Promise<boolean> {
  const [clocks, offers, wrapUps, directs] = await Promise.all([
    AppliedSlas(ctx.db)
      .find({ wakeAt: { $gte: from, $lt: before } }, { _id: 1 })
      .sort({ wakeAt: 1 })
      .limit(clockBatch)
      .lean(),
    Reservations(ctx.db)
      .find({ status: 'PENDING', expiresAt: { $gte: from, $lt: before } }, { _id: 1 })
      .sort({ expiresAt: 1 })
      .limit(offerBatch)
      .lean(),
    WorkItems(ctx.db)
      .find({ status: 'WRAPPING', wrapUpEndsAt: { $gte: from, $lt: before } }, { _id: 1 })
      .sort({ wrapUpEndsAt: 1 })
      .limit(offerBatch)
      .lean(),
    WorkItems(ctx.db)
      .find({ status: 'QUEUED', onlyAgentUntil: { $gte: from, $lt: before } }, { _id: 1 })
      .sort({ onlyAgentUntil: 1 })
      .limit(offerBatch)
      .lean(),
  ])
  const idsOf = (rows: ReadonlyArray<{ _id: string }>) => rows.map(({ _id }) => _id)
  const [advanced, expired, written, opened] = await Promise.all([
    inHalves(ctx, 'a clock could not be advanced', idsOf(clocks), (ids) => advanceClocks(ctx, ids)),
    inHalves(ctx, 'an offer could not be taken back', idsOf(offers), async (ids) => {
      for (const id of ids) await expireReservation(ctx, id)
    }),
    inHalves(ctx, 'after-contact work could not be ended', idsOf(wrapUps), async (ids) => {
      for (const id of ids) await endWrapUp(ctx, id)
    }),
    inHalves(ctx, 'a contact could not be opened to its whole queue', idsOf(directs), async (ids) => {
      for (const id of ids) await endDirect(ctx, id)
    }),
  ])
  // Rows that fail stay at the head; nothing done means that there is nothing else to do now.
  return [
    clocks.length === clockBatch && advanced > 0,
    offers.length === offerBatch && expired > 0,
    wrapUps.length === offerBatch && written > 0,
    directs.length === offerBatch && opened > 0,
  ].includes(true)
}
