import { explainFailure } from './explain-failure.mjs'
import { tryLock } from './lock.mjs'
import { say } from './say.mjs'
import { SetupError } from './setup-error.mjs'

const longestWaitMs = 15 * 60_000

/**
 * Does work that two processes must not do at once; the second waits for the first, up to 15 minutes.
 * @param {string} base as in `tryLock`
 * @param {string} place named in the message when it cannot be written
 * @param {() => void} work
 * @returns {Promise<void>}
 */
export async function withLock(base, place, work) {
  const lock = await take(base, place)
  try {
    work()
  } finally {
    lock.release()
  }
}

/**
 * @param {string} base
 * @param {string} place
 */
async function take(base, place) {
  for (let waitedMs = 0; ; waitedMs += 250) {
    const lock = tryOnce(base, place)
    if ('release' in lock) return lock
    if (waitedMs === 0)
      say(`Another set-up of this folder is running (process ${lock.owner}); waiting for it …`)
    if (waitedMs >= longestWaitMs) {
      throw new SetupError(
        `The set-up of this folder by process ${lock.owner} does not end.`,
        `Look what it does, end it (kill ${lock.owner}), then run the command again.`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/**
 * @param {string} base
 * @param {string} place
 */
function tryOnce(base, place) {
  try {
    return tryLock(base)
  } catch (error) {
    throw explainFailure('Setting up', String(error), place)
  }
}
