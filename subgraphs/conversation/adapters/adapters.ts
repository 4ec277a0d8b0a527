import { loadAdapters } from './load-adapters.ts'

/** The channels of this process, by name. */
export const adapters = await loadAdapters()
