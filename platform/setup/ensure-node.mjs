import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './setup-error.mjs'

/** The oldest Node that runs TypeScript as it is and has everything that is used. */
const oldestMajor = 24

/**
 * Finds the Node that runs everything: the one that came with the packages, which npm scripts find first, else the
 * machine's own.
 * @param {string} root
 * @returns {string} its path
 * @throws {SetupError} when neither is new enough
 */
export function ensureNode(root) {
  const ours = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(ours)) {
    if (majorOf(ours) >= oldestMajor) return ours
    // It does not run here (another C library, for instance), and it would be found first.
    rmSync(ours, { force: true })
  }
  if (Number.parseInt(process.versions.node, 10) >= oldestMajor) return process.execPath
  throw new SetupError(
    `Node.js ${oldestMajor} or newer is needed; this is ${process.versions.node}, and there is no ready-made one for ${process.platform} on ${process.arch} among the packages.`,
    `Install Node.js ${oldestMajor} (https://nodejs.org, or your package manager), then run the command again.`,
  )
}

/** @param {string} command */
function majorOf(command) {
  const run = spawnSync(command, ['--version'], { encoding: 'utf8' })
  return run.status === 0 ? Number.parseInt(run.stdout.slice(1), 10) : 0
}
