import { SetupError } from './setup-error.mjs'

const fullDisk = /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i
const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|name resolution|network is unreachable|failed to establish a new connection|connection to \S+ timed out|proxyerror|no matching distribution found.*\(from versions: none\)|could not find a version that satisfies/i
const noPermission = /EACCES|EPERM|EROFS|permission denied|read-only file system/i

/**
 * Turns a failed step's output into one message that says what happened and what to do.
 * @param {string} step what was being done, for instance `Installing the packages (npm ci)`
 * @param {string} output what the program or error said
 * @param {string} place the folder that was written to
 * @returns {SetupError}
 */
export function explainFailure(step, output, place) {
  const said = lastLines(output)
  if (fullDisk.test(output)) {
    return new SetupError(
      `${step} failed: the disk that holds ${place} is full.`,
      'Free at least 2 GB there, or move the project (and XDG_CACHE_HOME, for what is fetched) to another disk, then run the command again.',
    )
  }
  if (noNetwork.test(output)) {
    return new SetupError(
      `${step} failed: the network, or the package index, cannot be reached.\n${said}`,
      'Check the connection (and HTTPS_PROXY, where there is a proxy), then run the command again; what was fetched before is kept.',
    )
  }
  if (noPermission.test(output)) {
    return new SetupError(
      `${step} failed: ${place} cannot be written by this user.\n${said}`,
      'Give this user the folder (chown), or clone the project to a place of your own.',
    )
  }
  return new SetupError(
    `${step} failed.\n${said}`,
    'Put right what the lines above name, then run the command again.',
  )
}

/** @param {string} output */
function lastLines(output) {
  const lines = output.trimEnd().split('\n')
  return lines
    .slice(-12)
    .map((line) => `    ${line}`)
    .join('\n')
}
