import { useSyncExternalStore } from 'react'
import { serverNow } from './server-clock.ts'

const listeners = new Set<() => void>()
let nowMs = serverNow()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    nowMs = serverNow()
    for (const tell of listeners) tell()
  }, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The last tick; while nothing ticked (no countdown was on screen) it would be old. */
function current(): number {
  if (timer === undefined && Math.abs(serverNow() - nowMs) >= 1_000) nowMs = serverNow()
  return nowMs
}

/** The server's time in milliseconds, new each second; all countdowns of the desk tick together. */
export const useNow = (): number => useSyncExternalStore(subscribe, current)
