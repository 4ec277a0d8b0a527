import { startStores } from '#platform/stores/start-stores.ts'

/**
 * Starts the stores once for the whole run, or takes those that the environment names. Workers inherit the addresses
 * in MONGODB_URI and VALKEY_URL; each test file uses names of its own in them.
 */
export default async function globalStores(): Promise<() => Promise<void>> {
  const stores = await startStores({ durable: false, log: { info: () => undefined, warn: console.warn } })
  process.env['MONGODB_URI'] = stores.mongodbUri
  process.env['VALKEY_URL'] = stores.valkeyUrl
  return stores.stop
}
