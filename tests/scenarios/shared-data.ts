import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** Whether the recorded material is here; users of the product do not have it. */
export const hasSharedData = existsSync(folder)
if (!hasSharedData) console.log('Skipped: the recorded payloads are not on this machine (../shared/data).')

/** A recorded JSON file. */
export function sharedJson<T>(path: string): T {
  return JSON.parse(readFileSync(`${folder}${path}`, 'utf8')) as T
}
