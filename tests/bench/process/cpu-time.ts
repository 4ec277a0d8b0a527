import { readdirSync, readFileSync } from 'node:fs'

/**
 * CPU time that a process has used so far, all its threads, user and system, in milliseconds. Linux only: the
 * scheduler's own accounting, in nanoseconds, since the clock ticks of `stat` are too coarse for short bursts.
 */
export function cpuTimeMs(pid: number): number {
  const tasks = `/proc/${pid}/task`
  let ns = 0
  for (const task of readdirSync(tasks)) ns += runTimeNs(`${tasks}/${task}/schedstat`)
  return ns / 1e6
}

/** https://docs.kernel.org/scheduler/sched-stats.html: the first figure is the time spent on the CPU. */
function runTimeNs(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0])
  } catch (error) {
    // A thread may end between the listing and the reading.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}
