import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const ticksPerSecond = existsSync('/proc/self/stat')
  ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  : 0

/** CPU time that a process has used so far, user and system, in milliseconds. Linux only. */
export function processCpuMs(pid: number): number {
  if (!ticksPerSecond)
    throw new Error('CPU time of another process is read from /proc: run the benchmark on Linux')
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The command's name (second field) may hold spaces: count from its closing bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

/** Resident memory of a process in MB. Linux only. */
export function processMemoryMb(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(line?.[1] ?? 0) / 1024)
}
