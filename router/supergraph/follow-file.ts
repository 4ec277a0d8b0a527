import { type FSWatcher, watch } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { Wake } from '#platform/waiting/wake.ts'
import { saysNothing } from './problem.ts'
import type { Reloads } from './reloads.ts'
import { unnumbered } from './supergraph.ts'

/** A changed file is read when it has stayed the same for this long: who writes it may be in the middle of it. */
const settledMs = 100
/** Some file systems tell of no changes. */
const lookEveryMs = 5_000

/**
 * Offers what a file holds whenever that changes, also when another file takes its name. A file that is missing for a
 * while changes nothing.
 * @param known the hash of what was read before
 * @returns how to stop following
 */
export function followFile(
  path: string,
  known: string,
  reloads: Pick<Reloads, 'offer'>,
  log: Pick<Logger, 'warn'>,
): () => void {
  const changed = new Wake()
  const watcher = watchName(path, () => changed.fire(), log)
  let closed = false
  let seen: string | undefined
  // what was refused is not tried again until it changes
  let offered: string | undefined = known

  async function look(): Promise<void> {
    const state = await settled(path)
    if (closed || state === undefined || state === seen) return
    const supergraph = unnumbered(await readFile(path, 'utf8'))
    seen = state
    if (supergraph.sha256 === offered) return
    offered = supergraph.sha256
    const reload = await reloads.offer(supergraph)
    if (reload.outcome === 'refused' && saysNothing(reload.problems)) seen = offered = undefined
  }

  async function follow(): Promise<void> {
    while (!closed) {
      await look().catch((err: unknown) => log.warn({ err, path }, 'the supergraph file could not be read'))
      await changed.wait(lookEveryMs)
    }
  }

  void follow()
  return () => {
    closed = true
    watcher?.close()
    changed.fire()
  }
}

/** Watches the folder: a file that takes the name of another one is another file, of which only the folder knows. */
function watchName(path: string, changed: () => void, log: Pick<Logger, 'warn'>): FSWatcher | undefined {
  try {
    const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
      if (name === null || name === basename(path)) changed()
    })
    return watcher.on('error', (err) => log.warn({ err, path }, 'the supergraph file is only looked at'))
  } catch (err) {
    log.warn({ err, path }, 'the supergraph file cannot be watched; it is looked at every few seconds')
    return undefined
  }
}

/** Waits until a file stays as it is; undefined when there is none. */
async function settled(path: string): Promise<string | undefined> {
  for (let before = await stateOf(path); ; ) {
    await wait(settledMs)
    const state = await stateOf(path)
    if (state === before) return state
    before = state
  }
}

async function stateOf(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch {
    return undefined
  }
}
