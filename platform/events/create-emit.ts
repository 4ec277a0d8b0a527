import type { ClientSession, Connection } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '../service/service-context.ts'
import type { Transactions } from '../service/transactions.ts'
import type { Envelope, EventDefinition } from './define-event.ts'
import { envelopeOf, type OutboxRow, outboxRow, outboxRows } from './outbox.ts'
import type { Relay } from './relay.ts'

export interface EmitParts {
  db: Connection
  transactions: Transactions
  now: () => Date
  /** The relay of this process, once it runs. */
  relay: () => Relay | undefined
  /** Told of each event after its commit. */
  emitted?: (envelope: Envelope<unknown>) => void
}

const emissions = Symbol('emissions')

/**
 * Makes `ctx.emit`: the events of one transaction are written together at its end, and carried by this process's own
 * relay from memory.
 * @returns the `emit` of what a given event causes, or of what nothing has caused
 */
export function createEmit(parts: EmitParts): (causationId?: string) => ServiceContext['emit'] {
  const { db, transactions, now, emitted } = parts

  function gatheredIn(session: ClientSession): OutboxRow[] {
    return transactions.gathered(session, emissions, () => {
      const rows: OutboxRow[] = []
      let carrier: Relay | undefined
      transactions.beforeCommit(session, async () => {
        const claim = parts.relay()?.claim()
        carrier = claim && parts.relay()
        for (const row of rows) Object.assign(row, claim)
        await outboxRows(db).insertMany(rows, { session })
      })
      transactions.afterCommit(session, () => {
        if (carrier) carrier.carry(rows)
        else parts.relay()?.wake()
        for (const row of rows) emitted?.(envelopeOf(row))
      })
      return rows
    })
  }

  return (causationId) =>
    async <P extends z.ZodType>(
      event: EventDefinition<P>,
      payload: z.input<P>,
      session: ClientSession,
      aggregateVersion?: number,
    ): Promise<void> => {
      gatheredIn(session).push(
        outboxRow(event, payload, { occurredAt: now(), causationId, aggregateVersion }),
      )
    }
}
