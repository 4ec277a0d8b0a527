import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '../setup/process-identity.mjs'

/**
 * Ends the server that a killed keeper left behind, or waits for one that is stopping. Only the holder of the data
 * folder's lock may call this.
 * @param folder the store's folder
 * @param graceMs how long it may take before it is killed
 */
export async function endOrphan(folder: string, graceMs = 10_000): Promise<void> {
  const identity = readPid(folder)
  if (!identity || !isAlive(identity)) return
  const pid = Number.parseInt(identity, 10)
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (isAlive(identity)) process.kill(pid, signal)
    for (let waitedMs = 0; waitedMs < graceMs; waitedMs += 50) {
      if (!isAlive(identity)) return
      await wait(50)
    }
  }
  throw new Error(`The store's process ${pid} cannot be ended`)
}

/** The pid of a store's server, from what its keeper wrote down; undefined when it does not run. */
export function storePid(folder: string): number | undefined {
  const identity = readPid(folder)
  return identity && isAlive(identity) ? Number.parseInt(identity, 10) : undefined
}

function readPid(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'pid'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
