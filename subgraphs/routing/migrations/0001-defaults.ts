import type { Migration } from '#platform/store/migrations.ts'
import { Leases } from '../models/lease.ts'
import { Queues } from '../models/queue.ts'
import { SlaPolicies } from '../models/sla-policy.ts'
import { SlaTopics } from '../models/sla-topic.ts'
import { fallbackQueueId } from '../services/core/choose-queue.ts'
import { defaultSlaPolicies } from '../services/sla/default-sla-policies.ts'
import { slaTopic } from '../services/sla/sla-topics.ts'

/** What every organisation begins with: the SLA defaults, the queue for what fits nowhere else, the single rows. */
export const defaults: Migration = {
  number: 1,
  name: 'SLA defaults, the fallback queue, the lease and the sla topic',
  async up({ db }) {
    for (const { _id, ...policy } of Object.values(defaultSlaPolicies)) {
      await SlaPolicies(db).updateOne({ _id }, { $setOnInsert: policy }, { upsert: true })
    }
    await Queues(db).updateOne(
      { _id: fallbackQueueId },
      {
        $setOnInsert: {
          name: 'General',
          mediaTypes: ['VOICE', 'CHAT', 'SOCIAL', 'EMAIL'],
          requiredSkills: [],
          reservationTimeoutMs: 30_000,
        },
      },
      { upsert: true },
    )
    await Leases(db).updateOne(
      { _id: 'core' },
      { $setOnInsert: { holder: '', epoch: 0, expiresAt: new Date(0), writes: 0 } },
      { upsert: true },
    )
    await SlaTopics(db).updateOne({ _id: slaTopic }, { $setOnInsert: { head: 0 } }, { upsert: true })
  },
}
