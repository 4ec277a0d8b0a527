import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process's number with the instant it started, since numbers are used again.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process lives
 */
export function processIdentity(pid) {
  if (process.platform !== 'linux') return identityFromPs(pid)
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces and brackets: the fields are counted behind the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? undefined : `${pid} ${fields[19]}`
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function identityFromPs(pid) {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return started ? `${pid} ${started}` : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether the process that an identity names still lives.
 * @param {string} identity as `processIdentity` gave it
 */
export function isAlive(identity) {
  const pid = Number.parseInt(identity, 10)
  return Number.isInteger(pid) && processIdentity(pid) === identity.trim()
}
