import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { keepSecret } from './keep-secret.ts'
import { type KeptStore, keepStore } from './keep-store.ts'
import { prepareReplicaSet, replicaSetName, userName } from './prepare-replica-set.ts'
import type { StoreLog } from './store-log.ts'

/** A MongoDB that was started here, and how one connects to it. */
export interface StartedMongodb extends KeptStore {
  uri: string
}

/**
 * Starts MongoDB on the loopback address as a replica set of one member (transactions and change streams need one),
 * with a random password.
 * @param folder its data, kept
 */
export async function startMongodb(options: {
  command: string
  folder: string
  cacheGb: number
  removeAfter: string[]
  removeWhenEmpty?: string
  log: StoreLog
}): Promise<StartedMongodb> {
  const { command, folder } = options
  const password = keepSecret(join(folder, 'password'))
  // Members of a set know each other by this key; MongoDB wants base64 in a file that others cannot read.
  const keyFile = join(folder, 'member-key')
  keepSecret(keyFile, () => randomBytes(96).toString('base64'))
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const store = await keepStore(
    {
      title: 'MongoDB',
      folder,
      readyWithinMs: 120_000,
      order: (port) => ({
        command,
        args: [
          ...[
            '--dbpath',
            data,
            '--bind_ip',
            '127.0.0.1',
            '--port',
            String(port),
            '--nounixsocket',
            '--quiet',
          ],
          ...['--replSet', replicaSetName, '--keyFile', keyFile, '--oplogSize', '512'],
          ...['--wiredTigerCacheSizeGB', String(options.cacheGb)],
          ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
          // A process killed in a transaction leaves it open this long, and writers of its documents wait for it.
          ...['--setParameter', 'transactionLifetimeLimitSeconds=15'],
        ],
        folder,
        graceMs: 15_000,
        removeAfter: options.removeAfter,
        ...(options.removeWhenEmpty && { removeWhenEmpty: options.removeWhenEmpty }),
      }),
      ready: (port, signal) => prepareReplicaSet(port, password, signal),
    },
    options.log,
  )
  const uri = `mongodb://${userName}:${password}@127.0.0.1:${store.port}/?replicaSet=${replicaSetName}&authSource=admin`
  return { ...store, uri }
}
