import type { Migration } from '#platform/store/migrations.ts'
import { AppliedSlas, runningSlaStatuses } from '../models/applied-sla.ts'
import { SlaEvents } from '../models/sla-event.ts'
import { SlaPolicies } from '../models/sla-policy.ts'
import { SlaSettingsRows } from '../models/sla-settings.ts'

/** Indexes that allowed one policy for a kind and a queue, one clock of each metric for ever, and looked by status. */
const earlierIndexes = {
  policies: ['mediaType_1_queueId_1_metric_1'],
  clocks: ['workItemId_1_metric_1', 'status_1_warnAt_1', 'status_1_dueAt_1'],
}

/** Policies choose contacts by more than kind and queue; clocks know what they were worked out by. */
export const slaSettings: Migration = {
  number: 5,
  name: 'SLA policies by channel, priority and tier; clocks that pause and follow changes',
  async up({ db }) {
    await SlaSettingsRows(db).updateOne(
      { _id: 'settings' },
      { $setOnInsert: { version: 1 } },
      { upsert: true },
    )
    await SlaPolicies(db).updateMany(
      { pauseOn: { $exists: false } },
      {
        $set: {
          channel: null,
          minimumPriority: null,
          customerTier: null,
          calendarId: null,
          pauseOn: [],
          removedAt: null,
        },
      },
    )
    // Version 0 is older than any, so running clocks follow the policies of now at once.
    await AppliedSlas(db).collection.updateMany({ settingsVersion: { $exists: false } }, [
      {
        $set: {
          targetMs: { $subtract: ['$dueAt', '$startedAt'] },
          warnBeforeMs: { $subtract: ['$dueAt', '$warnAt'] },
          calendarId: null,
          pauseOn: [],
          settingsVersion: 0,
          runningSince: '$startedAt',
          spentMs: 0,
        },
      },
    ])
    await AppliedSlas(db).collection.updateMany(
      { status: { $in: [...runningSlaStatuses] }, wakeAt: { $exists: false }, pausedAt: { $exists: false } },
      [{ $set: { wakeAt: { $cond: [{ $eq: ['$status', 'ACTIVE'] }, '$warnAt', '$dueAt'] } } }],
    )
    await SlaEvents(db).collection.updateMany({ noticedAt: { $exists: false } }, [
      { $set: { noticedAt: '$occurredAt' } },
    ])
    const { policies, clocks } = earlierIndexes
    await dropIndexes(SlaPolicies(db).collection, policies)
    await dropIndexes(AppliedSlas(db).collection, clocks)
  },
}

async function dropIndexes(
  collection: { indexes(): Promise<Array<{ name?: string }>>; dropIndex(name: string): Promise<unknown> },
  names: readonly string[],
): Promise<void> {
  const there = new Set((await collection.indexes()).map(({ name }) => name))
  for (const name of names) if (there.has(name)) await collection.dropIndex(name)
}
