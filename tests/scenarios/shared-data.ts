import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** Why tests with recorded material are skipped; undefined where it is here. Users of the product do not have it. */
export const noSharedData = existsSync(folder)
  ? undefined
  : 'the recorded payloads (../shared/data) are not here'

/** A recorded JSON file. */
export function sharedJson<T>(path: string): T {
  return JSON.parse(readFileSync(`${folder}${path}`, 'utf8')) as T
}
