import { createRandom } from '../../../../subgraphs/routing/services/simulation/random.ts'
import type { PeerAgent, PeerRule } from './peer.ts'

type Choose = PeerRule['choose']

/** The first who comes is served first, by anybody: chance decides among those who can. */
export function anybody(seed: number): Choose {
  const random = createRandom(seed, 'first in, first out')
  return (able) => able[Math.floor(random.next() * able.length)] ?? first(able)
}

/**
 * As Chatwoot assigns: each inbox (here: queue) has a list of its members; of those who are online and below their
 * limit, the one at its end gets the conversation and goes to the front, so that each is the least recently assigned
 * of the inbox (app/services/auto_assignment/inbox_round_robin_service.rb in chatwoot/chatwoot).
 */
export function roundRobin(): Choose {
  const turns = new Map<string, number>()
  let turn = 0
  return (able, { queueId }) => {
    const key = (agent: PeerAgent) => `${queueId}/${agent.state.id}`
    const next = able.reduce((best, agent) =>
      (turns.get(key(agent)) ?? 0) < (turns.get(key(best)) ?? 0) ? agent : best,
    )
    turn += 1
    turns.set(key(next), turn)
    return next
  }
}

/** As automatic call distributors do: who got nothing and ended nothing for the longest time. */
export function longestIdle(): Choose {
  return (able) => able.reduce((best, agent) => (agent.idleSinceMs < best.idleSinceMs ? agent : best))
}

function first(able: readonly PeerAgent[]): PeerAgent {
  const [agent] = able
  if (!agent) throw new Error('a rule was asked to choose from nobody')
  return agent
}
