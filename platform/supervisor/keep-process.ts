import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { openLogFile } from './log-file.ts'
import type { SystemLog } from './system-log.ts'
import { terminalLine } from './terminal-line.ts'

const shortestPauseMs = 200
const longestPauseMs = 10_000
/** A child bounds its own stop at 15 s; what takes longer hangs. */
const stopWithinMs = 20_000
/** A process that never became ready is given up after so many starts. */
const firstStarts = 4

const readyMessage = z.object({ kind: z.literal('ready'), port: z.number().int() })

export interface ProcessPlan {
  name: string
  /** The program and its arguments, run by this Node. */
  args: string[]
  cwd: string
  /** The environment for a start on this port; 0 lets the child choose. */
  env(port: number): NodeJS.ProcessEnv
  port: number
  logFile: string
}

/** A child process that is started again, with growing pauses, when it dies. */
export interface KeptProcess {
  readonly pid: number | undefined
  /** The port it listens on, once it is (or is again) ready. Fails when it cannot be started at all. */
  ready(): Promise<number>
  /** Ends the running process by a signal, as from outside; it is started again. Resolves when it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>
  /** Ends it in good order, within 20 s, and leaves it so. */
  stop(): Promise<void>
  /** Starts it after `stop`, on the port that it had. */
  start(): void
}

/** Starts a process that reports `{ kind: 'ready', port }` over its channel, and keeps it running. */
export function keepProcess(plan: ProcessPlan, log: SystemLog): KeptProcess {
  const writeLine = openLogFile(plan.logFile)
  const lastLines: string[] = []
  let { port } = plan
  let everReady = false
  let child: ChildProcess | undefined
  let wanted = new AbortController()
  let readiness = newReadiness()
  let living = live(wanted.signal)

  async function live(unwanted: AbortSignal): Promise<void> {
    let pauseMs = shortestPauseMs
    for (let starts = 1; ; starts += 1) {
      const running = launch()
      child = running
      running.once('message', () => {
        pauseMs = shortestPauseMs
      })
      const how = await ended(running)
      if (readiness.isReady) readiness = newReadiness()
      if (unwanted.aborted) return
      if (!everReady && starts === firstStarts) {
        const words = lastLines.slice(-15).join('\n')
        readiness.reject(new Error(`${plan.name} cannot be started (${how}). Its last words:\n${words}`))
        return
      }
      log.warn(`${plan.name} ended (${how}); it is started again in ${pauseMs} ms`)
      await wait(pauseMs, undefined, { signal: unwanted }).catch(() => undefined)
      if (unwanted.aborted) return
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }

  function launch(): ChildProcess {
    // Detached: a Ctrl-C at the terminal reaches the supervisor alone, which ends things in order.
    const running = spawn(process.execPath, plan.args, {
      cwd: plan.cwd,
      env: plan.env(port),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    const current = readiness
    running.on('message', (message) => {
      const parsed = readyMessage.safeParse(message)
      if (!parsed.success) return
      port = parsed.data.port
      everReady = true
      current.resolve(port)
    })
    for (const stream of [running.stdout, running.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', takeLine)
    }
    return running
  }

  function takeLine(line: string): void {
    writeLine(line)
    const shown = terminalLine(line)
    if (!shown) return
    lastLines.push(shown)
    if (lastLines.length > 40) lastLines.shift()
    if (everReady) log.warn(`${plan.name}: ${shown}`)
  }

  return {
    get pid() {
      return child && isRunning(child) ? child.pid : undefined
    },
    ready: () => readiness.promise,
    async kill(signal) {
      if (!child || !isRunning(child)) return
      const ending = ended(child)
      child.kill(signal)
      await ending
    },
    async stop() {
      wanted.abort()
      readiness.reject(new Error(`${plan.name} was stopped`))
      if (child && isRunning(child)) {
        child.kill('SIGTERM')
        const killer = setTimeout(() => child?.kill('SIGKILL'), stopWithinMs)
        await ended(child)
        clearTimeout(killer)
      }
      await living
    },
    start() {
      if (!wanted.signal.aborted) return
      wanted = new AbortController()
      readiness = newReadiness()
      living = live(wanted.signal)
    },
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null && child.pid !== undefined
}

/** Resolves with how the process ended. */
function ended(child: ChildProcess): Promise<string> {
  const how = () => (child.signalCode ? `signal ${child.signalCode}` : `exit code ${child.exitCode}`)
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(how())
  return new Promise((resolve) => {
    child.once('exit', () => resolve(how()))
    child.once('error', (error) => resolve(error.message))
  })
}

function newReadiness() {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  // Whoever waits hears of it; that nobody waits is no crash.
  promise.catch(() => undefined)
  const readiness = {
    promise,
    reject,
    isReady: false,
    resolve(port: number) {
      readiness.isReady = true
      resolve(port)
    },
  }
  return readiness
}
