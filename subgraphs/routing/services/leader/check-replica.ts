import type { ServiceContext } from '#platform/service/service-context.ts'
import { Wake } from '#platform/waiting/wake.ts'
import { liveReservationStatuses, Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { recordRouting } from '../log/record-routing.ts'
import { readConcern, snapshotTimeOf } from './read-snapshot.ts'
import type { Expectation, Replica } from './replica.ts'

const everyMs = 30_000

/**
 * Compares the core with the store each half minute: how many wait and how many are reserved at an instant of the store,
 * against what the core knows when the log has passed that instant. The log makes them equal; should a transition ever
 * forget to tell it, the core is read anew instead of leaving somebody waiting.
 */
export async function checkReplica(
  ctx: ServiceContext,
  replica: Pick<Replica, 'expect'>,
  signal: AbortSignal,
): Promise<void> {
  const pause = new Wake()
  const stop = (): void => pause.fire()
  signal.addEventListener('abort', stop)
  try {
    for (;;) {
      await pause.wait(everyMs)
      if (signal.aborted) return
      await checkOnce(ctx, replica)
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** One comparison; it is done when the log has brought the entry that this writes, or an earlier one. */
export async function checkOnce(ctx: ServiceContext, replica: Pick<Replica, 'expect'>): Promise<void> {
  replica.expect(await standingInStore(ctx))
  // Without traffic nothing would show that the log has passed the instant.
  await ctx.transaction((session) =>
    recordRouting(ctx, session, { kind: 'CHECKED', reason: 'RECONCILIATION' }),
  )
}

async function standingInStore(ctx: ServiceContext): Promise<Expectation> {
  const session = await ctx.db.startSession({ snapshot: true })
  try {
    const waiting = await WorkItems(ctx.db).collection.countDocuments(
      { status: 'QUEUED' },
      { session, readConcern },
    )
    const reserved = await Reservations(ctx.db).collection.countDocuments(
      { status: { $in: [...liveReservationStatuses] } },
      { session, readConcern },
    )
    return { waiting, reserved, at: snapshotTimeOf(session) }
  } finally {
    await session.endSession()
  }
}
