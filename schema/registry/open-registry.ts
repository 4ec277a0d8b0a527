import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadConfig } from '#platform/config/load-config.ts'
import { serviceConfig } from '#platform/config/service-config.ts'
import { createLogger } from '#platform/log/logger.ts'
import { connectMongodb } from '#platform/store/connect-mongodb.ts'
import { connectValkey } from '#platform/store/connect-valkey.ts'
import { prepareCollections } from '#platform/store/prepare-collections.ts'
import type { Registry } from '../../router/supergraph/registry/registry.ts'
// declares the collections that are prepared
import '../../router/supergraph/registry/router-statuses.ts'
import '../../router/supergraph/registry/supergraph-versions.ts'
import { CommandRefused } from './refused.ts'

const dataFolder = fileURLToPath(new URL('../../.throughline/data', import.meta.url))
const storesConfig = serviceConfig.pick({ MONGODB_URI: true, VALKEY_URL: true, NAME_PREFIX: true })
const runningSystem = z.object({
  pid: z.number(),
  stores: z.object({ MONGODB_URI: z.string(), VALKEY_URL: z.string(), NAME_PREFIX: z.string() }),
})

/**
 * Opens the registry of the stores that MONGODB_URI, VALKEY_URL and NAME_PREFIX name, or of the system that `npm start`
 * runs from this folder.
 * @throws CommandRefused when neither is there
 */
export async function openRegistry(
  env: NodeJS.ProcessEnv = process.env,
): Promise<Registry & { close(): Promise<void> }> {
  const stores = env['MONGODB_URI'] || env['VALKEY_URL'] ? env : runningStores(env['DATA_DIR'] || dataFolder)
  const config = loadConfig(storesConfig, stores)
  const db = await connectMongodb(config, 'router').catch((error: unknown) => {
    throw new CommandRefused(
      `MongoDB does not answer at MONGODB_URI: ${error instanceof Error ? error.message : error}`,
    )
  })
  const valkey = connectValkey(config.VALKEY_URL, createLogger('schema', 'silent'), {
    maxRetriesPerRequest: 3,
    commandTimeout: 5_000,
  })
  await prepareCollections(db)
  return {
    db,
    valkey,
    prefix: config.NAME_PREFIX,
    async close() {
      valkey.disconnect()
      await db.close()
    },
  }
}

function runningStores(folder: string): z.infer<typeof runningSystem>['stores'] {
  const file = resolve(folder, 'running.json')
  try {
    const { pid, stores } = runningSystem.parse(JSON.parse(readFileSync(file, 'utf8')))
    process.kill(pid, 0) // whether it lives
    return stores
  } catch {
    throw new CommandRefused(
      'Nothing runs from this folder (npm start), and no stores are named. Start it, or set MONGODB_URI, VALKEY_URL and NAME_PREFIX to those of your routers.',
    )
  }
}
