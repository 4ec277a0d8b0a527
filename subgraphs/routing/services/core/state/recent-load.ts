import { type AgentEntry, isAvailable } from './agent-entry.ts'

/** How quickly the load of the past is forgotten: after so long on duty, to a good third. */
const memoryMs = 7_200_000
/** Keeps the logarithms of the keys above 0 from 1970 on, so that the sign alone decides between above and below. */
const offset = 64

/**
 * How much of their capacity an agent had in use lately, 0 to 1: exponentially smoothed over their time on duty; while
 * they are not available it stands still. Between two changes of what they have in hand it moves towards that:
 * r(t) = u + (r₀ − u)·e^(−(t − t₀)/τ).
 */
export function recentLoadOf(agent: AgentEntry, nowMs: number): number {
  const { recentLoad, recentAtMs } = agent
  if (!isAvailable(agent) || nowMs <= recentAtMs) return recentLoad
  const inHand = inHandOf(agent)
  return inHand + (recentLoad - inHand) * Math.exp((recentAtMs - nowMs) / memoryMs)
}

/** Brings the load up to an instant: before what they have in hand changes, or whether they are available. */
export function settleLoad(agent: AgentEntry, nowMs: number): void {
  agent.recentLoad = recentLoadOf(agent, nowMs)
  agent.recentAtMs = Math.max(agent.recentAtMs, nowMs)
}

/**
 * A number that orders available agents with as much in hand by their recent load, and goes on to do so while time
 * passes, because all of them move towards the same share at the same pace: (r₀ − u)·e^(t₀/τ), of which the logarithm
 * is taken, with the sign kept, as the power is beyond all numbers.
 */
export function loadOrderOf(agent: AgentEntry): number {
  const above = agent.recentLoad - inHandOf(agent)
  // Less than a moment's load apart; the logarithm of nothing is none.
  if (Math.abs(above) < 1e-12) return 0
  return Math.sign(above) * (Math.log(Math.abs(above)) + agent.recentAtMs / memoryMs + offset)
}

function inHandOf({ used, state }: AgentEntry): number {
  const total = state?.capacity.total ?? 0
  return total > 0 ? Math.min(1, used / total) : 1
}
