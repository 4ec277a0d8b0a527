import type { Migration } from '#platform/store/migrations.ts'
import { Queues } from '../models/queue.ts'
import { defaultWrapUpLimitMs, queueDefaults } from '../services/queues/queue-settings.ts'

/** Queues of before have no relaxations, set agents away as they did, and end wrap-up after the default. */
export const queueSettings: Migration = {
  number: 3,
  name: 'settings of queues that were made before there were any',
  async up({ db }) {
    await Queues(db).updateMany(
      { revision: { $exists: false } },
      { $set: { ...queueDefaults, wrapUpLimitMs: defaultWrapUpLimitMs, revision: 0 } },
    )
  },
}
