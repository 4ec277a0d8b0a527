import type { AgentState } from '../../../subgraphs/routing/services/core/agent-state.ts'
import { weightOf } from '../../../subgraphs/routing/services/core/capacity.ts'
import { createRoutingCore } from '../../../subgraphs/routing/services/core/create-routing-core.ts'
import { median } from '../median.ts'
import { Centre, type CentreQueue } from './core-centre.ts'
import type { Scale } from './core-scale.ts'

/** What the plain way takes. */
export interface PeerFigures {
  /** One pass after one change: the median. */
  passMs: number
}

const startMs = Date.parse('2026-11-23T12:00:00.000Z')

/**
 * The plain way to match, as this project did it before: all waiting items in order, each with all agents who have
 * room, line by line until nobody has. Measured as the core is, with all agents busy, for one agent who gets free.
 */
export function measurePeer(scale: Scale, passes: number): PeerFigures {
  const centre = new Centre(scale, startMs)
  const waiting = Array.from({ length: scale.waiting }, () => centre.arriving(startMs))
  const queues = new Map(centre.queues.map((queue) => [queue.id, queue]))
  const items = waiting.map((item) => ({ ...item, queue: queues.get(item.queueId) as CentreQueue }))
  const tookMs: number[] = []
  for (let pass = 0; pass < passes; pass++) {
    const agent = centre.agents[centre.chance.below(centre.agents.length)] as AgentState
    const from = performance.now()
    const found = plainPass(items, [agent])
    tookMs.push(performance.now() - from)
    if (found.length > 0 && !wouldOffer(agent, found)) throw new Error('the plain pass is wrong')
  }
  return { passMs: median(tookMs) }
}

type Item = ReturnType<Centre['arriving']> & { queue: CentreQueue }

function plainPass(items: readonly Item[], agents: readonly AgentState[]): Item[] {
  const free = new Map(agents.map((agent) => [agent.id, agent.capacity.total]))
  const exhausted = new Set<string>()
  const offered: Item[] = []
  const sorted = [...items].sort((a, b) => a.orderAtMs - b.orderAtMs || (a.id < b.id ? -1 : 1))
  for (const item of sorted) {
    if (exhausted.has(item.queueId)) continue
    const [needs] = item.queue.rings[0]?.alternatives ?? []
    const able = agents.filter(
      (agent) =>
        (free.get(agent.id) ?? 0) >= weightOf(agent.capacity, item.mediaType) &&
        needs?.every(({ skillId, minimumProficiency }) =>
          agent.skills.some((skill) => skill.skillId === skillId && skill.proficiency >= minimumProficiency),
        ),
    )
    const [agent] = able
    if (!agent) {
      exhausted.add(item.queueId)
      continue
    }
    free.set(agent.id, (free.get(agent.id) ?? 0) - weightOf(agent.capacity, item.mediaType))
    offered.push(item)
  }
  return offered
}

/** The core, too, would give the agent what the pass gave them first. */
function wouldOffer(agent: AgentState, [first]: readonly Item[]): boolean {
  if (!first) return false
  const core = createRoutingCore()
  core.handle([{ kind: 'QUEUE_SAVED', queue: first.queue }], startMs)
  core.handle([{ kind: 'AGENT_CHANGED', agent: { ...agent, presence: 'AVAILABLE' } }], startMs)
  const [offer] = core.handle([{ kind: 'ITEM_WAITS', item: first }], startMs)
  return offer?.workItemId === first.id
}
