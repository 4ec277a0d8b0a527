import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { tryLock } from '../setup/lock.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { storePid } from './end-orphan.ts'
import { findStoreProgram } from './find-store-program.ts'
import { startMongodb } from './start-mongodb.ts'
import { startValkey } from './start-valkey.ts'
import type { StoreLog } from './store-log.ts'
import { mongodbProgram, valkeyProgram } from './store-programs.ts'

/** Two stores that answer, whoever started them. */
export interface Stores {
  mongodbUri: string
  valkeyUrl: string
  /** The servers' pids, of those that were started here. */
  pids(): { mongodb?: number; valkey?: number }
  /** Stops what was started here; given stores go on. */
  stop(): Promise<void>
}

export interface StoresOptions {
  /** Where durable data lies. Stores that are not durable get a fresh temporary folder, removed at the end. */
  dataDir?: string
  /** Whether data outlives `stop()` and kill -9. */
  durable: boolean
  log: StoreLog
  /** MONGODB_URI and VALKEY_URL name stores to use instead; the process's own environment when left out. */
  env?: NodeJS.ProcessEnv
}

/**
 * Gives the two stores: those that the environment names, else servers started here, which end with this process,
 * however it ends.
 * @throws SetupError when a server cannot be had or started, or the data folder is in use
 */
export async function startStores(options: StoresOptions): Promise<Stores> {
  const env = options.env ?? process.env
  // An empty variable counts as one that is not set.
  const given = { mongodbUri: env['MONGODB_URI'] || undefined, valkeyUrl: env['VALKEY_URL'] || undefined }
  if (given.mongodbUri && given.valkeyUrl) {
    return {
      mongodbUri: given.mongodbUri,
      valkeyUrl: given.valkeyUrl,
      pids: () => ({}),
      stop: async () => undefined,
    }
  }
  const place = options.durable ? durablePlace(options.dataDir ?? '.throughline/data') : temporaryPlace()
  const started: Array<{ stop(): Promise<void> }> = []
  const stop = async () => {
    await Promise.all(started.map((store) => store.stop()))
    place.leave()
  }
  const mongodb = async () => {
    const command = await findStoreProgram(mongodbProgram, env)
    const cacheGb = options.durable ? 1 : 0.5
    const store = await startMongodb({ command, cacheGb, ...place.of('mongodb'), log: options.log })
    started.push(store)
    return store.uri
  }
  const valkey = async () => {
    const command = await findStoreProgram(valkeyProgram, env)
    const store = await startValkey({ command, ...place.of('valkey'), log: options.log })
    started.push(store)
    return store.url
  }
  const [mongodbUri, valkeyUrl] = await Promise.allSettled([
    given.mongodbUri ?? mongodb(),
    given.valkeyUrl ?? valkey(),
  ])
  if (mongodbUri.status === 'rejected' || valkeyUrl.status === 'rejected') {
    await stop()
    throw [mongodbUri, valkeyUrl].find((result) => result.status === 'rejected')?.reason
  }
  return { mongodbUri: mongodbUri.value, valkeyUrl: valkeyUrl.value, pids: () => pidsIn(place), stop }
}

/** Where the servers' folders lie, and what to do with them at the end. */
interface Place {
  of(name: string): { folder: string; removeAfter: string[]; removeWhenEmpty?: string }
  leave(): void
}

function durablePlace(dataDir: string): Place {
  const base = resolve(dataDir, 'stores')
  const lock = lockFolder(base)
  return { of: (name) => ({ folder: join(base, name), removeAfter: [] }), leave: lock.release }
}

function temporaryPlace(): Place {
  const base = mkdtempSync(join(tmpdir(), 'throughline-stores-'))
  return {
    of: (name) => ({ folder: join(base, name), removeAfter: [join(base, name)], removeWhenEmpty: base }),
    leave: () => rmSync(base, { recursive: true, force: true }),
  }
}

function pidsIn(place: Place): { mongodb?: number; valkey?: number } {
  const mongodb = storePid(place.of('mongodb').folder)
  const valkey = storePid(place.of('valkey').folder)
  return { ...(mongodb && { mongodb }), ...(valkey && { valkey }) }
}

function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = tryLock(join(folder, 'lock'))
  if ('release' in lock) return lock
  throw new SetupError(
    `The data in ${folder} is in use by the process ${lock.owner}.`,
    'Stop that one first, or give this one a data folder of its own.',
  )
}
