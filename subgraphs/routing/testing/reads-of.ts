import type { ServiceContext } from '#platform/service/service-context.ts'

/** What the store did for one read. */
export interface Read {
  /** The indexes that were used: `IXSCAN { name: 1 }`, or COLLSCAN. */
  planSummary: string
  keysExamined: number
  docsExamined: number
  /** Sorted in memory, instead of read in order. */
  hasSortStage?: boolean
}

/** The reads of a collection while something runs, as the store's own profiler saw them. */
export async function readsOf(
  { db }: Pick<ServiceContext, 'db'>,
  collection: string,
  run: () => Promise<unknown>,
): Promise<Read[]> {
  const store = db.getClient().db(db.name)
  await store.command({ profile: 0 })
  await store.dropCollection('system.profile')
  await store.command({ profile: 2 })
  try {
    await run()
  } finally {
    await store.command({ profile: 0 })
  }
  const ns = `${db.name}.${collection}`
  // A model sees to its own collection and indexes as it opens; those are no reads of rows.
  const rows = await store
    .collection('system.profile')
    .find({ ns, planSummary: { $exists: true } })
    .sort({ ts: 1 })
    .toArray()
  return rows as unknown as Read[]
}
