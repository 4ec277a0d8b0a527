import type { Caller } from '../../identity/caller.ts'
import type { Revocations } from '../../identity/revocations.ts'

/** setTimeout counts no further. */
const longestTimerMs = 2 ** 31 - 1

/**
 * Calls back once when a caller's proof of identity ends, by its time or because it was revoked: what stays
 * open longer than a request must not outlive it.
 * @returns how to stop watching
 */
export function onCallerEnd(caller: Caller, revocations: Revocations, ended: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const stop = () => {
    clearTimeout(timer)
    forget()
  }
  const end = () => {
    stop()
    ended()
  }
  const forget = revocations.watch(caller, end)
  const arm = () => {
    if (!caller.expiresAt) return
    const leftMs = caller.expiresAt.getTime() - Date.now()
    timer = setTimeout(leftMs > longestTimerMs ? arm : end, Math.max(0, Math.min(leftMs, longestTimerMs)))
    timer.unref()
  }
  arm()
  return stop
}
