import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { keepSecret } from './keep-secret.ts'
import { type KeptStore, keepStore } from './keep-store.ts'
import type { StoreLog } from './store-log.ts'

/** A Valkey that was started here, and how one connects to it. */
export interface StartedValkey extends KeptStore {
  url: string
}

/**
 * Starts Valkey on the loopback address: a random password, an append-only file (a command is in it before it is
 * answered, so that a killed server loses nothing), and no eviction, which BullMQ needs.
 * @param folder its data, kept
 */
export async function startValkey(options: {
  command: string
  folder: string
  removeAfter: string[]
  removeWhenEmpty?: string
  log: StoreLog
}): Promise<StartedValkey> {
  const { command, folder } = options
  const password = keepSecret(join(folder, 'password'))
  const store = await keepStore(
    {
      title: 'Valkey',
      folder,
      readyWithinMs: 60_000,
      order: (port) => {
        const file = join(folder, 'valkey.conf')
        writeFileSync(file, configuration(folder, port, password), { mode: 0o600 })
        const { removeAfter, removeWhenEmpty } = options
        return {
          command,
          args: [file],
          folder,
          graceMs: 10_000,
          removeAfter,
          ...(removeWhenEmpty && { removeWhenEmpty }),
        }
      },
      ready: (port, signal) => answers(urlOf(port, password), signal),
    },
    options.log,
  )
  return { ...store, url: urlOf(store.port, password) }
}

function urlOf(port: number, password: string): string {
  return `redis://:${password}@127.0.0.1:${port}`
}

/** In a file, since arguments show in the list of processes. */
function configuration(folder: string, port: number, password: string): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(folder)}`,
    'daemonize no',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    '',
  ].join('\n')
}

/** A server that still reads its data refuses commands: it is asked again. */
async function answers(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2_000 })
    // Each failure shows in what connect() and ping() reject with; without a listener ioredis prints it too.
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.ping()
      return
    } catch {
      await wait(50, undefined, { signal })
    } finally {
      client.disconnect()
    }
  }
}
