import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { problemCodes } from '../problem.ts'
import type { TrialOrder, TrialReport } from './trial-report.ts'

const program = fileURLToPath(new URL('./trial-process.ts', import.meta.url))
/** A trial of ours takes a quarter of a second, and the start of its process a half. */
const longestTrialMs = 60_000
/** Supergraphs are often published in a row. */
const keptForMs = 30_000
const heapMb = 1_024
const lastWords = 2_000

/**
 * Tries supergraphs in a process of its own: the planner ends its process at some mistakes, others could keep it busy
 * for long, and what serves meanwhile must not feel any of it.
 */
export class Trial {
  #child: ChildProcess | undefined
  #words = ''
  #idle: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()
  #count = 0
  #closed = false

  /** Tries one; several at once wait for each other. Never rejects: what happens to the process is a problem as well. */
  run(order: Omit<TrialOrder, 'id'>): Promise<TrialReport> {
    const report = this.#last.then(() => this.#run({ ...order, id: ++this.#count }))
    this.#last = report
    return report
  }

  /** Ends the process, and every trial with it. */
  close(): void {
    this.#closed = true
    this.#end()
  }

  #run(order: TrialOrder): Promise<TrialReport> {
    if (this.#closed) return Promise.resolve(failed(order, 'trialFailed', 'The router ends'))
    clearTimeout(this.#idle)
    const child = (this.#child ??= this.#start())
    this.#words = ''
    return new Promise((resolve) => {
      const settle = (report: TrialReport) => {
        clearTimeout(late)
        child.off('message', answered).off('exit', ended).off('error', broken)
        this.#idle = setTimeout(() => this.#end(), keptForMs).unref()
        resolve(report)
      }
      const answered = (report: unknown) => settle(report as TrialReport)
      const ended = (code: number | null, signal: NodeJS.Signals | null) => {
        if (this.#child === child) this.#child = undefined
        settle(
          this.#closed ? failed(order, 'trialFailed', 'The router ends') : this.#died(order, code, signal),
        )
      }
      const broken = (error: Error) => {
        this.#end()
        settle(failed(order, 'trialFailed', `The trial could not be held: ${error.message}`))
      }
      const late = setTimeout(() => {
        this.#end()
        settle(failed(order, 'trialFailed', `The trial took longer than ${longestTrialMs / 1000} s`))
      }, longestTrialMs)
      child.once('message', answered).once('exit', ended).once('error', broken)
      child.send(order, (error) => {
        // when it has ended, that says more
        if (error && child.exitCode === null && child.signalCode === null) broken(error)
      })
    })
  }

  /** What it means that the process has ended in the middle of a trial. */
  #died(order: TrialOrder, code: number | null, signal: NodeJS.Signals | null): TrialReport {
    // the planner aborts; anything else is a matter of the machine, or a defect of the trial
    if (code !== null || signal === 'SIGKILL' || signal === 'SIGTERM') {
      return failed(order, 'trialFailed', `The trial's process has ended (${signal ?? `exit code ${code}`})`)
    }
    const word = /panicked at .*\n(.*)/.exec(this.#words)?.[1] ?? this.#words.trim().split('\n').at(-1)
    return failed(order, 'plannerRefused', `It ends the planner's process${word ? `: ${word}` : ''}`)
  }

  #end(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  #start(): ChildProcess {
    const child = fork(program, {
      execArgv: [`--max-old-space-size=${heapMb}`],
      // it needs no secret of ours
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#words = (this.#words + text).slice(-lastWords)
    })
    // the process must not keep ours from ending
    child.unref()
    child.channel?.unref()
    return child
  }
}

function failed(order: TrialOrder, code: 'plannerRefused' | 'trialFailed', message: string): TrialReport {
  return { id: order.id, problems: [{ code: problemCodes[code], message }], lost: [] }
}
