import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { explainFailure } from '../setup/explain-failure.mjs'
import { endOrphan } from './end-orphan.ts'
import { freePort } from './free-port.ts'
import type { KeeperOrder } from './keeper-order.ts'
import type { StoreLog } from './store-log.ts'

const keeperFile = fileURLToPath(new URL('./keeper.ts', import.meta.url))
const largestLogBytes = 5 * 1024 * 1024
const longestPauseMs = 10_000

/** How one store is started, and how one sees that it answers. */
export interface StorePlan {
  title: string
  folder: string
  order(port: number): KeeperOrder
  /** Resolves when the store takes writes; gives up when the signal does. */
  ready(port: number, signal: AbortSignal): Promise<void>
  /** How long the first answer may take; a large store that was killed replays its journal first. */
  readyWithinMs: number
}

/** A store's server that is started again when it dies. */
export interface KeptStore {
  port: number
  stop(): Promise<void>
}

/**
 * Starts a store under its keeper, and again, on the same port and data, when it dies.
 * @throws SetupError with the server's own words when it does not start
 */
export async function keepStore(plan: StorePlan, log: StoreLog): Promise<KeptStore> {
  mkdirSync(plan.folder, { recursive: true, mode: 0o700 })
  await endOrphan(plan.folder)
  let stopping = false
  const first = await firstStart(plan)
  const { port } = first
  let { keeper } = first

  async function watch(): Promise<void> {
    for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      await ended(keeper)
      if (stopping) return
      log.warn(
        `${plan.title} ended unexpectedly; it is started again. Its last words:\n${lastWords(plan.folder)}`,
      )
      await wait(pauseMs)
      if (stopping) return
      await endOrphan(plan.folder)
      keeper = launch(plan, port)
      if (await becomesReady(plan, port, keeper)) pauseMs = 50
    }
  }
  const watching = watch().catch((error: unknown) =>
    log.warn(`${plan.title} is no longer watched: ${String(error)}`),
  )

  return {
    port,
    async stop() {
      stopping = true
      keeper.stdin?.end()
      const graceMs = plan.order(port).graceMs + 5_000
      await Promise.race([watching, wait(graceMs, undefined, { ref: false })])
      if (keeper.exitCode === null && keeper.signalCode === null) keeper.kill('SIGKILL')
      await endOrphan(plan.folder)
    },
  }
}

async function firstStart(plan: StorePlan): Promise<{ keeper: ChildProcess; port: number }> {
  let port = await freePort(lastPort(plan.folder))
  for (let tries = 1; ; tries += 1) {
    rotate(plan.folder)
    const keeper = launch(plan, port)
    if (await becomesReady(plan, port, keeper)) {
      writeFileSync(join(plan.folder, 'port'), String(port))
      return { keeper, port }
    }
    keeper.stdin?.end()
    await ended(keeper)
    const words = lastWords(plan.folder)
    if (tries === 5 || !/address already in use/i.test(words)) {
      throw explainFailure(`Starting ${plan.title}`, words, plan.folder)
    }
    port = await freePort()
  }
}

function launch(plan: StorePlan, port: number): ChildProcess {
  // Detached: a Ctrl-C at the terminal reaches the parent alone, which stops the stores last.
  return spawn(process.execPath, [keeperFile, JSON.stringify(plan.order(port))], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  })
}

async function becomesReady(plan: StorePlan, port: number, keeper: ChildProcess): Promise<boolean> {
  const giveUp = new AbortController()
  const signal = AbortSignal.any([giveUp.signal, AbortSignal.timeout(plan.readyWithinMs)])
  const answered = plan.ready(port, signal).then(
    () => true,
    (error: unknown) => {
      if (signal.aborted) return false
      throw error
    },
  )
  try {
    return await Promise.race([answered, ended(keeper).then(() => false)])
  } finally {
    giveUp.abort()
    await answered.catch(() => false)
  }
}

function ended(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => keeper.once('exit', () => resolve()))
}

/** The same port as the last time, so that an address that a person noted stays true. */
function lastPort(folder: string): number {
  const file = join(folder, 'port')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0
}

function rotate(folder: string): void {
  const file = join(folder, 'output.log')
  if (existsSync(file) && statSync(file).size > largestLogBytes) renameSync(file, `${file}.1`)
}

function lastWords(folder: string): string {
  const file = join(folder, 'output.log')
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-4_000) : '(nothing)'
}
