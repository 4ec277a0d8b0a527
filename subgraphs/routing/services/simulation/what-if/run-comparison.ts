import { Worker } from 'node:worker_threads'
import { simulationBusy, simulationTooLarge, simulationTooLong } from '../../../errors.ts'
import type { Comparison } from './compare-scenarios.ts'
import type { ForecastPair } from './forecast.ts'
import { maxMemoryMb, maxPlayedContacts, maxRunMs, maxRunning } from './limits.ts'
import type { Scenario } from './scenario.ts'

let running = 0

/**
 * Compares two scenarios in a thread of its own, bounded in time, memory, contacts and how many run beside each other.
 * @throws SIMULATION_TOO_LARGE, SIMULATION_BUSY, SIMULATION_TOO_LONG
 */
export async function runComparison(
  comparison: Comparison,
  { timeoutMs = maxRunMs } = {},
): Promise<ForecastPair> {
  const { before, after, replications } = comparison
  if ((expectedContacts(before) + expectedContacts(after)) * replications > maxPlayedContacts) {
    throw simulationTooLarge({
      what: 'contacts, both ways and all replications together',
      limit: maxPlayedContacts,
    })
  }
  if (running >= maxRunning) throw simulationBusy()
  running += 1
  try {
    return await runApart(comparison, timeoutMs)
  } finally {
    running -= 1
  }
}

async function runApart(comparison: Comparison, timeoutMs: number): Promise<ForecastPair> {
  const worker = new Worker(new URL('./comparison-worker.ts', import.meta.url), {
    workerData: comparison,
    // The process's own flags (an inspector, a test runner's loader) are not for it.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ForecastPair>((resolve, reject) => {
      timer = setTimeout(() => reject(simulationTooLong({ limitMs: timeoutMs })), timeoutMs)
      worker.once('message', resolve)
      worker.once('error', (error: NodeJS.ErrnoException) => {
        const outgrown = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        reject(outgrown ? simulationTooLarge({ what: 'megabytes of memory', limit: maxMemoryMb }) : error)
      })
      worker.once('exit', (code) => reject(new Error(`the simulation's thread ended with ${code}`)))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function expectedContacts({ demands, hours }: Scenario): number {
  return demands.reduce((sum, { arrivalsPerHour }) => {
    const last = arrivalsPerHour.at(-1) ?? 0
    const played = Array.from({ length: hours }, (_, hour) => arrivalsPerHour[hour] ?? last)
    return sum + (arrivalsPerHour[0] ?? 0) + played.reduce((all, rate) => all + rate, 0)
  }, 0)
}
