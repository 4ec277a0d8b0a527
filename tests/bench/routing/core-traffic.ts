import type { OfferDecision } from '../../../subgraphs/routing/services/core/decision.ts'
import type { RoutingCommand } from '../../../subgraphs/routing/services/core/routing-command.ts'
import type { WaitingItem } from '../../../subgraphs/routing/services/core/waiting-item.ts'
import type { Centre } from './core-centre.ts'

interface Live {
  item: WaitingItem
  agentId: string
}

/**
 * Steady traffic: of a hundred things that happen, 45 are contacts that end, 45 new ones, 5 offers that are rejected
 * (the contact goes back in line), 3 agents who leave or come back, 2 customers who hang up while they wait. Each is
 * what the store's transition tells the core.
 */
export class Traffic {
  readonly #centre: Centre
  readonly #waiting: WaitingItem[]
  readonly #live: Live[] = []
  readonly #items: Map<string, WaitingItem>
  readonly #inHand = new Set<string>()

  constructor(centre: Centre, waiting: readonly WaitingItem[]) {
    this.#centre = centre
    this.#waiting = [...waiting]
    this.#items = new Map(waiting.map((item) => [item.id, item]))
  }

  next(atMs: number): RoutingCommand[] {
    const dice = this.#centre.chance.below(100)
    if (dice < 45) return this.#ends()
    if (dice < 90) return this.#arrives(atMs)
    if (dice < 95) return this.#rejects(atMs)
    if (dice < 98) return this.#changesPresence(atMs)
    return this.#hangsUp()
  }

  /** What the core offered is in an agent's hands. */
  offered(offers: readonly OfferDecision[]): void {
    for (const { workItemId, agentId } of offers) {
      const item = this.#items.get(workItemId)
      if (!item) continue
      this.#live.push({ item, agentId })
      this.#inHand.add(workItemId)
    }
  }

  #arrives(atMs: number): RoutingCommand[] {
    const item = this.#centre.arriving(atMs)
    this.#items.set(item.id, item)
    this.#waiting.push(item)
    return [{ kind: 'ITEM_WAITS', item }]
  }

  #ends(): RoutingCommand[] {
    const live = this.#draw(this.#live)
    if (!live) return []
    this.#items.delete(live.item.id)
    this.#inHand.delete(live.item.id)
    return [
      { kind: 'RESERVATION_CLOSED', workItemId: live.item.id, agentId: live.agentId },
      { kind: 'ITEM_GONE', workItemId: live.item.id },
    ]
  }

  #rejects(atMs: number): RoutingCommand[] {
    const live = this.#draw(this.#live)
    if (!live) return []
    const { item, agentId } = live
    const back = { ...item, version: item.version + 2, passedOver: [...item.passedOver, { agentId, atMs }] }
    this.#items.set(item.id, back)
    this.#inHand.delete(item.id)
    this.#waiting.push(back)
    return [
      { kind: 'RESERVATION_CLOSED', workItemId: item.id, agentId },
      { kind: 'ITEM_WAITS', item: back },
    ]
  }

  #changesPresence(atMs: number): RoutingCommand[] {
    const { agents, chance } = this.#centre
    const index = chance.below(agents.length)
    const before = agents[index]
    if (!before) return []
    const presence = before.presence === 'AVAILABLE' ? 'AWAY' : 'AVAILABLE'
    const agent = { ...before, presence, presenceSinceMs: atMs, idleSinceMs: atMs } as const
    agents[index] = agent
    return [{ kind: 'AGENT_CHANGED', agent }]
  }

  #hangsUp(): RoutingCommand[] {
    const item = this.#draw(this.#waiting)
    // It may be in an agent's hands by now, or over.
    if (!item || this.#inHand.has(item.id) || !this.#items.delete(item.id)) return []
    return [{ kind: 'ITEM_GONE', workItemId: item.id }]
  }

  #draw<T>(list: T[]): T | undefined {
    const at = this.#centre.chance.below(Math.max(1, list.length))
    const drawn = list[at]
    const last = list.pop()
    if (drawn !== undefined && last !== undefined && at < list.length) list[at] = last
    return drawn
  }
}
