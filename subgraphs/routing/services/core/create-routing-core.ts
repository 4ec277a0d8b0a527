import { noteEverything, settle } from './decide/settle.ts'
import { passTime } from './facts/pass-time.ts'
import { takeCommand } from './facts/take-command.ts'
import { factsOf } from './facts-of.ts'
import { figuresOf } from './figures-of.ts'
import { positionOf } from './position-of.ts'
import { type CompareCandidates, compareCandidates } from './rank-candidates.ts'
import type { RoutingCore } from './routing-core.ts'
import { createCoreState } from './state/core-state.ts'

/** Items and agents that one call of `handle` looks at, at most. */
const maxSteps = 256
/** Changes by time alone (rings, callbacks, expiries) that one call makes, at most. */
const maxTimed = 256

/** Makes a routing core that knows nothing yet. */
export function createRoutingCore(options: { compare?: CompareCandidates } = {}): RoutingCore {
  const state = createCoreState(options.compare ?? compareCandidates)
  return {
    apply(command, atMs) {
      state.deciding = false
      passTime(state, atMs, maxTimed)
      takeCommand(state, command, maxTimed)
    },
    handle(commands, atMs) {
      state.deciding = true
      passTime(state, atMs, maxTimed)
      for (const command of commands) takeCommand(state, command, maxTimed)
      return settle(state, Number.POSITIVE_INFINITY, maxSteps)
    },
    decideAll(atMs, limit) {
      state.deciding = true
      passTime(state, atMs, Number.POSITIVE_INFINITY)
      if (state.agenda.everything) noteEverything(state)
      return settle(state, limit, Number.POSITIVE_INFINITY)
    },
    nextAtMs() {
      const { items, agents } = state.agenda
      return items.size > 0 || agents.size > 0 ? state.nowMs : state.timers.first()?.dueMs
    },
    figuresOf: (queueId) => figuresOf(state, queueId),
    positionOf: (workItemId) => positionOf(state, workItemId),
    counts: () => ({
      waiting: state.waiting,
      reserved: state.reservations.size,
      agents: state.known,
      queues: state.saved,
    }),
    facts: () => factsOf(state),
  }
}
