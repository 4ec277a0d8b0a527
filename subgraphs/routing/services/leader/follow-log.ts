import type { ServiceContext } from '#platform/service/service-context.ts'
import { RoutingLog, type RoutingLogRecord } from '../../models/routing-log.ts'
import type { SnapshotTime } from './read-snapshot.ts'

/** What the core is told of an entry; its grounds and its people stay in the store. */
export type LogFact = Pick<RoutingLogRecord, '_id' | 'at' | 'kind' | 'command' | 'workItemId' | 'epoch'>

/** The entries of one transaction: they became true together. */
export interface FactGroup {
  facts: LogFact[]
  /** The store's time of the commit. */
  clusterTime: SnapshotTime
}

const pipeline = [
  {
    $match: {
      $or: [
        // Entries that time removes are no news.
        { operationType: { $nin: ['insert', 'delete'] } },
        { 'fullDocument.command': { $exists: true } },
        { 'fullDocument.kind': { $in: ['LED', 'CHECKED'] } },
      ],
    },
  },
  {
    $project: {
      operationType: 1,
      clusterTime: 1,
      ...Object.fromEntries(
        ['_id', 'at', 'kind', 'command', 'workItemId', 'epoch'].map((field) => [`fullDocument.${field}`, 1]),
      ),
    },
  },
]

/**
 * The routing log from an instant of the store on, in the order of the commits, by transactions. A break of the
 * connection is resumed from where it broke, without a gap or a repetition.
 * @throws when the log can not be followed any further: what is missing then is only in a new snapshot
 */
export async function* followLog(
  ctx: ServiceContext,
  after: SnapshotTime,
  signal: AbortSignal,
): AsyncGenerator<FactGroup> {
  const log = RoutingLog(ctx.db)
  const stream = log.collection.watch<RoutingLogRecord>(pipeline, {
    startAtOperationTime: after,
    batchSize: 1_000,
  })
  const close = (): void => void stream.close()
  signal.addEventListener('abort', close)
  try {
    let group: FactGroup | undefined
    for (;;) {
      signal.throwIfAborted()
      const coming = stream.next()
      // Whoever stops reading in between does not wait for it any more.
      coming.catch(() => undefined)
      // Of a transaction all comes at once: what is not here by the next turn belongs to another one.
      if (group && !(await isHere(coming))) {
        yield group
        group = undefined
      }
      const change = await coming
      if (change.operationType !== 'insert')
        throw new Error(`the routing log is gone: ${change.operationType}`)
      const { clusterTime, fullDocument: fact } = change
      if (!clusterTime) throw new Error('a change came without its time')
      if (clusterTime.lessThanOrEqual(after)) continue
      if (group && !group.clusterTime.equals(clusterTime)) {
        yield group
        group = undefined
      }
      group ??= { facts: [], clusterTime }
      group.facts.push(fact)
    }
  } finally {
    signal.removeEventListener('abort', close)
    await stream.close()
  }
}

async function isHere(coming: Promise<unknown>): Promise<boolean> {
  const { promise: turn, resolve } = Promise.withResolvers<false>()
  setImmediate(resolve, false)
  return Promise.race([coming.then(() => true), turn])
}
