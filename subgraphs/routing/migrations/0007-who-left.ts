import type { Migration } from '#platform/store/migrations.ts'
import { Agents } from '../models/agent.ts'

/** Agents who are signed off may have left work behind: they are looked through once, as those are who leave later. */
export const whoLeft: Migration = {
  number: 7,
  name: 'agents who signed off before it was marked',
  async up({ db }) {
    await Agents(db).collection.updateMany({ presence: 'OFFLINE', leftAt: { $exists: false } }, [
      { $set: { leftAt: '$presenceSince' } },
    ])
  },
}
