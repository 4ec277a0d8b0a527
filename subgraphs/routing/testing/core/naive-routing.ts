import { weightOf } from '../../services/core/capacity.ts'
import type { AgentState } from '../../services/core/agent-state.ts'
import type { OfferDecision } from '../../services/core/decision.ts'
import type { QueueState } from '../../services/core/queue-state.ts'
import type { RoutingCommand } from '../../services/core/routing-command.ts'
import type { SkillNeed } from '../../services/core/skill-need.ts'
import type { WaitingItem } from '../../services/core/waiting-item.ts'

/** A live reservation as the rules see it. */
export interface NaiveReservation {
  workItemId: string
  agentId: string
  weight: number
  item: WaitingItem | undefined
}

/**
 * The rules of routing written down as plainly as possible, with nothing of the core's in them: every question goes
 * through everything there is. What the core does is judged by it.
 */
export class NaiveRouting {
  readonly queues = new Map<string, QueueState>()
  readonly agents = new Map<string, AgentState>()
  readonly waiting = new Map<string, WaitingItem>()
  readonly reservations = new Map<string, NaiveReservation>()
  atMs = 0

  take(command: RoutingCommand): void {
    switch (command.kind) {
      case 'QUEUE_SAVED':
        this.queues.set(command.queue.id, command.queue)
        break
      case 'QUEUE_REMOVED':
        this.queues.delete(command.queueId)
        break
      case 'AGENT_CHANGED':
        this.agents.set(command.agent.id, command.agent)
        break
      case 'ITEM_WAITS':
        this.waiting.set(command.item.id, command.item)
        break
      case 'ITEM_GONE':
        this.waiting.delete(command.workItemId)
        break
      case 'RESERVED':
        this.reserve(command.workItemId, command.agentId, command.weight)
        break
      case 'RESERVATION_CLOSED':
        if (this.reservations.get(command.workItemId)?.agentId === command.agentId) {
          this.reservations.delete(command.workItemId)
        }
        break
      case 'TIME_PASSED':
        break
    }
  }

  reserve(workItemId: string, agentId: string, weight: number): void {
    const item = this.waiting.get(workItemId) ?? this.reservations.get(workItemId)?.item
    this.reservations.set(workItemId, { workItemId, agentId, weight, item })
    this.waiting.delete(workItemId)
  }

  freeOf(agent: AgentState): number {
    const inHand = [...this.reservations.values()].filter(({ agentId }) => agentId === agent.id)
    return agent.capacity.total - inHand.reduce((sum, { weight }) => sum + weight, 0)
  }

  ringOf(item: WaitingItem): number {
    const waited = this.atMs - Math.max(item.queuedAtMs, item.notBeforeMs ?? 0)
    const rings = this.queues.get(item.queueId)?.rings ?? []
    return Math.max(0, rings.filter(({ relaxAfterMs }) => relaxAfterMs <= waited).length - 1)
  }

  orderMsOf(item: WaitingItem): number {
    const rings = this.queues.get(item.queueId)?.rings ?? []
    const reached = rings.slice(0, this.ringOf(item) + 1)
    const advance = reached.reduce((sum, { advanceMs }) => sum + (advanceMs ?? 0), 0)
    return item.orderAtMs - Math.min(advance, 300_000)
  }

  isBefore(a: WaitingItem, b: WaitingItem): boolean {
    const difference = this.orderMsOf(a) - this.orderMsOf(b)
    return difference < 0 || (difference === 0 && a.id < b.id)
  }

  isInLine(item: WaitingItem): boolean {
    return (item.notBeforeMs ?? 0) <= this.atMs && !this.reservations.has(item.id)
  }

  /** Whether this agent may ever have this item, as things stand; room apart. */
  mayServe(agent: AgentState, item: WaitingItem): boolean {
    if (agent.presence !== 'AVAILABLE' || !this.isInLine(item)) return false
    if (weightOf(agent.capacity, item.mediaType) > agent.capacity.total) return false
    const isPassedOver = item.passedOver.some(
      ({ agentId, atMs }) =>
        agentId === agent.id && atMs >= agent.presenceSinceMs && this.atMs < atMs + 30_000,
    )
    if (isPassedOver) return false
    if (item.onlyAgentId !== undefined) return item.onlyAgentId === agent.id
    const ring = this.queues.get(item.queueId)?.rings[this.ringOf(item)]
    if (!ring) return false
    return (
      this.#meets(agent, item.requires ?? []) && ring.alternatives.some((needs) => this.#meets(agent, needs))
    )
  }

  fits(agent: AgentState, item: WaitingItem): boolean {
    const free = this.freeOf(agent)
    return free > 0 && free >= weightOf(agent.capacity, item.mediaType)
  }

  #meets(agent: AgentState, needs: readonly SkillNeed[]): boolean {
    return needs.every(({ skillId, minimumProficiency }) =>
      agent.skills.some(
        (skill) =>
          skill.skillId === skillId &&
          skill.proficiency >= minimumProficiency &&
          (skill.expiresAtMs === undefined || this.atMs < skill.expiresAtMs),
      ),
    )
  }

  /** What is wrong with an offer, at the moment it is made; undefined for nothing. */
  faultOf(offer: OfferDecision): string | undefined {
    const item = this.waiting.get(offer.workItemId)
    const agent = this.agents.get(offer.agentId)
    if (this.reservations.has(offer.workItemId)) return 'a second live reservation'
    if (!item || !agent) return 'an offer of what does not wait, or to nobody'
    if (!this.mayServe(agent, item)) return 'an offer to somebody who may not serve it'
    if (offer.weight !== weightOf(agent.capacity, item.mediaType)) return 'a wrong weight'
    if (offer.weight > this.freeOf(agent)) return 'beyond the capacity'
    if (offer.ring !== this.ringOf(item)) return 'a wrong ring'
    if (offer.version !== item.version) return 'a decision on an old version'
    const overtaken = [...this.waiting.values()].find(
      (other) => this.isBefore(other, item) && this.mayServe(agent, other) && this.fits(agent, other),
    )
    return overtaken && `it overtakes ${overtaken.id}`
  }

  /**
   * The pairs that could be matched and are not, but for the holding rule: an agent with room may be kept from an item
   * for one that goes earlier, which they could serve and have no room for; each such item excuses one agent.
   */
  unexcused(): string[] {
    const idle: { agent: AgentState; item: WaitingItem; excuses: string[] }[] = []
    for (const agent of this.agents.values()) {
      const able = [...this.waiting.values()].filter((item) => this.mayServe(agent, item))
      const first = able
        .filter((item) => this.fits(agent, item))
        .reduce<WaitingItem | undefined>(
          (best, item) => (!best || this.isBefore(item, best) ? item : best),
          undefined,
        )
      if (!first) continue
      const excuses = able.filter((item) => !this.fits(agent, item) && this.isBefore(item, first))
      idle.push({ agent, item: first, excuses: excuses.map(({ id }) => id) })
    }
    const excusedBy = new Map<string, number>()
    return idle
      .filter((_, index) => !this.#excuse(index, idle, excusedBy, new Set()))
      .map(({ agent, item }) => `${agent.id} could take ${item.id}`)
  }

  /** A matching of idle agents with what excuses them, by augmenting paths. */
  #excuse(
    index: number,
    idle: readonly { excuses: string[] }[],
    excusedBy: Map<string, number>,
    tried: Set<string>,
  ): boolean {
    for (const excuse of idle[index]?.excuses ?? []) {
      if (tried.has(excuse)) continue
      tried.add(excuse)
      const holder = excusedBy.get(excuse)
      if (holder === undefined || this.#excuse(holder, idle, excusedBy, tried)) {
        excusedBy.set(excuse, index)
        return true
      }
    }
    return false
  }
}
