import type { ServiceContext } from '#platform/service/service-context.ts'
import type { SentContact } from './send-contacts.ts'
import type { WatchedReservations } from './watch-reservations.ts'

/** A contact on its whole way. */
export interface ReservedContact extends SentContact {
  /** When another process saw that its reservation was durable. */
  reservedAtMs: number
  latencyMs: number
}

/**
 * The contacts with their reservations.
 * @param routing of the process that watched
 * @param prefix of the system's names
 * @throws Error when a contact has no session or no reservation
 */
export async function reservedContacts(
  routing: ServiceContext,
  prefix: string,
  sent: readonly SentContact[],
  { seenAtMs }: WatchedReservations,
): Promise<ReservedContact[]> {
  const sessions = routing.db
    .getClient()
    .db(`${prefix}-conversation`)
    .collection<{ _id: string; channel: string; sourceId: string; callId: string | null }>('sessions')
  const rows = await sessions.find({}, { projection: { channel: 1, sourceId: 1, callId: 1 } }).toArray()
  const sessionOf = new Map(
    rows.map(({ _id, channel, sourceId, callId }) => [`${channel}:${callId ?? sourceId}`, _id]),
  )
  return sent.map((contact) => {
    const reservedAtMs = seenAtMs.get(sessionOf.get(contact.key) ?? '')
    if (reservedAtMs === undefined) throw new Error(`${contact.key} has no reservation`)
    return { ...contact, reservedAtMs, latencyMs: reservedAtMs - contact.sentAtMs }
  })
}
