import { hasCode } from '#platform/errors/has-code.ts'
import type { Migration } from '#platform/store/migrations.ts'
import { Reservations } from '../models/reservation.ts'

const indexNotFound = 27

/** Every reservation of before is a contact's own; the index that let one of them live now lets one of each kind. */
export const kindsOfReservation: Migration = {
  number: 6,
  name: 'reservations are of a kind',
  async up({ db }) {
    await Reservations(db).updateMany({ kind: { $exists: false } }, { $set: { kind: 'PRIMARY' } })
    await Reservations(db)
      .collection.dropIndex('one-live-reservation')
      .catch((error: unknown) => {
        if (!hasCode(error, indexNotFound)) throw error
      })
  },
}
