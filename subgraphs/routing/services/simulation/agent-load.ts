/** What an agent did while on duty. */
export interface AgentLoad {
  agentId: string
  onDutyMs: number
  /** Time on duty, weighted by the share of their capacity that was in use. */
  usedMs: number
  /** Time on duty with at least one contact in hand. */
  busyMs: number
}

/** Keeps the books on one agent. */
export interface AgentLoadMeter {
  /** Duty begins or ends. */
  duty(on: boolean, atMs: number): void
  /** A contact is taken (positive) or given back (negative), by its share of the capacity. */
  take(share: number, atMs: number): void
  read(atMs: number): AgentLoad
}

/** @param fromMs what was before does not count: the warm-up */
export function createAgentLoadMeter(agentId: string, fromMs: number): AgentLoadMeter {
  const load = { agentId, onDutyMs: 0, usedMs: 0, busyMs: 0 }
  let [onDuty, used, inHand, sinceMs] = [false, 0, 0, fromMs]
  const advance = (atMs: number) => {
    if (atMs <= sinceMs) return
    if (onDuty) {
      load.onDutyMs += atMs - sinceMs
      load.usedMs += used * (atMs - sinceMs)
      if (inHand > 0) load.busyMs += atMs - sinceMs
    }
    sinceMs = atMs
  }
  return {
    duty(on, atMs) {
      advance(atMs)
      onDuty = on
    },
    take(share, atMs) {
      advance(atMs)
      inHand += Math.sign(share)
      // Shares are fractions: an empty hand is exactly empty.
      used = inHand === 0 ? 0 : used + share
    },
    read(atMs) {
      advance(atMs)
      return { ...load }
    },
  }
}
