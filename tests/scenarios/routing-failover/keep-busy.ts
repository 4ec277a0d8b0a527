import {
  liveReservationStatuses,
  type ReservationRecord,
  Reservations,
} from '../../../subgraphs/routing/models/reservation.ts'
import { acceptReservation } from '../../../subgraphs/routing/services/work/accept-reservation.ts'
import { rejectReservation } from '../../../subgraphs/routing/services/work/reject-reservation.ts'
import type { RoutingUnderTest } from '../../../subgraphs/routing/testing/routing-under-test.ts'

/** Contacts that keep coming, and agents who take, turn down, and finish them. */
export interface Load {
  /** The work items so far. */
  readonly workItemIds: readonly string[]
  /** No more contacts come; what is offered is still worked off until `stop`. */
  noMoreContacts(): void
  stop(): Promise<void>
}

/** @param atOnce contacts that come in each turn */
export function keepBusy(routing: RoutingUnderTest, atOnce: number): Load {
  const workItemIds: string[] = []
  let coming = true
  let working = true
  let turn = 0

  async function serve({ _id, agentId, sessionId, status }: ReservationRecord): Promise<void> {
    turn += 1
    // What meets a transaction of the process that was killed is tried again in the next turn.
    try {
      if (status === 'PENDING' && turn % 11 === 0) {
        await rejectReservation(routing.ctx, _id, agentId)
        return
      }
      if (status === 'PENDING') await acceptReservation(routing.ctx, _id, agentId)
      if (status !== 'WRAPPING') await routing.ended(sessionId, true)
      await routing.wrappedUp(sessionId, agentId)
    } catch (err) {
      routing.ctx.log.debug({ err }, 'an agent has to try again')
    }
  }

  async function run(): Promise<void> {
    while (working) {
      const live = { status: { $in: liveReservationStatuses } }
      const offers = await Reservations(routing.ctx.db).find(live).limit(50).lean()
      const arrivals = coming ? Array.from({ length: atOnce }, () => routing.request('SOCIAL')) : []
      const [items] = await Promise.all([Promise.all(arrivals), Promise.all(offers.map(serve))])
      workItemIds.push(...items.map(({ _id }) => _id))
    }
  }

  const running = run()
  return {
    workItemIds,
    noMoreContacts() {
      coming = false
    },
    async stop() {
      working = false
      await running
    },
  }
}
