import type { MediaType } from '#schema/events/vocabulary.ts'
import type { AgentState } from '../../../../subgraphs/routing/services/core/agent-state.ts'
import { weightOf } from '../../../../subgraphs/routing/services/core/capacity.ts'
import type { QueueState } from '../../../../subgraphs/routing/services/core/queue-state.ts'
import type { RoutingCommand } from '../../../../subgraphs/routing/services/core/routing-command.ts'
import type { WaitingItem } from '../../../../subgraphs/routing/services/core/waiting-item.ts'
import type { Dispatcher } from '../../../../subgraphs/routing/services/simulation/dispatcher.ts'

/** An agent as a peer sees them. */
export interface PeerAgent {
  state: AgentState
  /** Weight in use. */
  used: number
  /** Since when they have nothing in hand and nothing ended; the longest idle is the least. */
  idleSinceMs: number
}

/** What tells the ways of routing apart. */
export interface PeerRule {
  /** Whether the kinds of contact have ranks, calls first, as many telephone systems do; else the oldest goes first. */
  urgentKindsFirst: boolean
  /** Of those who can serve the contact and have room for it. */
  choose(able: readonly PeerAgent[], item: WaitingItem): PeerAgent
}

interface Line {
  queueId: string
  mediaType: MediaType
  waiting: WaitingItem[]
}

const kindRanks: Readonly<Record<MediaType, number>> = { VOICE: 0, CHAT: 1, SOCIAL: 2, EMAIL: 3 }

/**
 * A way of routing that takes contacts by age and asks a rule for the agent. Skills, capacity and presence bind it as
 * they bind the core. It sees every freed agent at once (Chatwoot looks again every few minutes), and a head of a line
 * that nobody can take does not keep other lines waiting: both in its favour.
 */
export function createPeer(rule: PeerRule): Dispatcher {
  const queues = new Map<string, QueueState>()
  const agents = new Map<string, PeerAgent>()
  const lines = new Map<string, Line>()
  const reserved = new Map<string, { agent: PeerAgent; weight: number }>()

  const canServe = ({ state }: PeerAgent, queueId: string) =>
    (queues.get(queueId)?.rings ?? []).some(({ alternatives }) =>
      alternatives.some((needs) =>
        needs.every((need) =>
          state.skills.some(
            (skill) => skill.skillId === need.skillId && skill.proficiency >= need.minimumProficiency,
          ),
        ),
      ),
    )
  const hasRoom = ({ state, used }: PeerAgent, mediaType: MediaType) =>
    state.presence === 'AVAILABLE' && used + weightOf(state.capacity, mediaType) <= state.capacity.total
  const before = (a: Line, b: Line) =>
    (rule.urgentKindsFirst ? kindRanks[a.mediaType] - kindRanks[b.mediaType] : 0) ||
    (a.waiting[0]?.queuedAtMs ?? 0) - (b.waiting[0]?.queuedAtMs ?? 0)

  const offer = (line: Line, atMs: number) => {
    const item = line.waiting[0]
    if (!item) return undefined
    const able = [...agents.values()].filter(
      (agent) => hasRoom(agent, line.mediaType) && canServe(agent, line.queueId),
    )
    if (able.length === 0) return undefined
    const agent = rule.choose(able, item)
    const weight = weightOf(agent.state.capacity, line.mediaType)
    agent.used += weight
    agent.idleSinceMs = atMs
    reserved.set(item.id, { agent, weight })
    line.waiting.shift()
    return { workItemId: item.id, agentId: agent.state.id }
  }
  const decide = (atMs: number) => {
    const offers = []
    let open = [...lines.values()].filter(({ waiting }) => waiting.length > 0)
    while (open.length > 0) {
      const line = open.reduce((first, other) => (before(other, first) < 0 ? other : first))
      const offered = offer(line, atMs)
      if (offered) offers.push(offered)
      // Room only shrinks: a line that found nobody finds nobody after the others either.
      open = open.filter((other) => other.waiting.length > 0 && (offered !== undefined || other !== line))
    }
    return offers
  }
  const takeIn = (command: RoutingCommand, atMs: number) => {
    switch (command.kind) {
      case 'QUEUE_SAVED':
        queues.set(command.queue.id, command.queue)
        break
      case 'AGENT_CHANGED': {
        const known = agents.get(command.agent.id)
        if (known) known.state = command.agent
        else agents.set(command.agent.id, { state: command.agent, used: 0, idleSinceMs: atMs })
        break
      }
      case 'ITEM_WAITS': {
        const { queueId, mediaType } = command.item
        const key = `${queueId}/${mediaType}`
        const line = lines.get(key) ?? { queueId, mediaType, waiting: [] }
        lines.set(key, line)
        line.waiting.push(command.item)
        break
      }
      case 'ITEM_GONE':
        for (const line of lines.values()) {
          const at = line.waiting.findIndex(({ id }) => id === command.workItemId)
          if (at >= 0) line.waiting.splice(at, 1)
        }
        break
      case 'RESERVATION_CLOSED': {
        const closed = reserved.get(command.workItemId)
        reserved.delete(command.workItemId)
        if (!closed) break
        closed.agent.used -= closed.weight
        closed.agent.idleSinceMs = atMs
        break
      }
      case 'QUEUE_REMOVED':
      case 'RESERVED':
      case 'TIME_PASSED':
        throw new Error(`${command.kind} does not come up in a simulation of peers`)
    }
  }
  return {
    handle(commands, atMs) {
      for (const command of commands) takeIn(command, atMs)
      return decide(atMs)
    },
    nextAtMs: () => undefined,
  }
}
