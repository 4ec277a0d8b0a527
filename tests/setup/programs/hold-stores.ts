/** Starts temporary stores, tells the parent where they are, and stays. */
import { startStores } from '#platform/stores/start-stores.ts'

const stores = await startStores({
  durable: false,
  log: { info: () => undefined, warn: () => undefined },
  env: { ...process.env, MONGODB_URI: '', VALKEY_URL: '' },
})
process.send?.(stores.pids())
