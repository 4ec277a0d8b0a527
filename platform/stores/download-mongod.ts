import { join } from 'node:path'
import { MongoBinary } from 'mongodb-memory-server-core'
import { explainFailure } from '../setup/explain-failure.mjs'
import { say } from '../setup/say.mjs'
import type { StoreProgram } from './store-programs.ts'

/** The release that is fetched where no wheel fits (macOS, Linux on ARM). */
const release = '7.0.24'

/**
 * Fetches `mongod` from MongoDB's own download centre; a copy that is there already is used.
 * @throws SetupError without a network or room
 */
export async function downloadMongod(program: StoreProgram, cache: string): Promise<string> {
  const folder = join(cache, 'stores', `mongodb-${release}`)
  try {
    say(`Looking for ${program.title} ${release} in ${folder}, fetching it when it is not there …`)
    return await MongoBinary.getPath({ version: release, downloadDir: folder })
  } catch (error) {
    throw explainFailure(`Fetching ${program.title}'s server`, `${String(error)}\n${program.install}`, folder)
  }
}
