import type { PresenceStatus } from '#schema/events/vocabulary.ts'
import { type Capacity, defaultCapacity, weightOf } from '../../services/core/capacity.ts'
import { createRoutingCore } from '../../services/core/create-routing-core.ts'
import type { OfferDecision } from '../../services/core/decision.ts'
import type { RoutingCommand } from '../../services/core/routing-command.ts'
import type { RoutingCore } from '../../services/core/routing-core.ts'
import type { WaitingItem } from '../../services/core/waiting-item.ts'
import { type Move, type Start, world } from './moves.ts'
import { NaiveRouting } from './naive-routing.ts'

/** What the core was called with, and what it answered. */
export interface Call {
  commands: readonly RoutingCommand[]
  atMs: number
  offers: readonly OfferDecision[]
}

/** What changes of an agent; what is not said stays. */
interface AgentChange {
  presence: PresenceStatus
  anew?: boolean
  skills?: Extract<Move, { kind: 'AGENT' }>['skills'] | undefined
  capacity?: Capacity | null | undefined
}

const startMs = Date.parse('2026-11-23T12:00:00.000Z')

/**
 * A core at work: moves become commands as the store's transitions would give them, the driver wakes the core when it
 * asks for it, and the plain rules judge every offer and every state in between.
 */
export class RoutingWorld {
  readonly core: RoutingCore = createRoutingCore()
  readonly rules = new NaiveRouting()
  readonly calls: Call[] = []
  /** By work item: the store has written the offer, under a version of its own. */
  readonly #confirmed = new Map<string, number>()
  #atMs = startMs
  #items = 0

  constructor(start: Start) {
    this.#call(
      world.queues.map((id, index) => ({
        kind: 'QUEUE_SAVED',
        queue: { id, rings: start.rings[index] ?? [] },
      })),
    )
    world.agents.forEach((id, index) => {
      this.#agent(id, { presence: 'AVAILABLE', skills: start.skills[index], capacity: start.capacity[index] })
    })
  }

  get atMs(): number {
    return this.#atMs
  }

  perform(move: Move): void {
    const { rules } = this
    const waiting = [...rules.waiting.values()]
    switch (move.kind) {
      case 'ARRIVE':
        this.#call([{ kind: 'ITEM_WAITS', item: this.#arriving(move) }])
        break
      case 'LEAVE': {
        const item = pick(waiting, move.item)
        if (item) this.#call([{ kind: 'ITEM_GONE', workItemId: item.id }])
        break
      }
      case 'CHANGE': {
        const item = pick(waiting, move.item)
        if (!item) break
        const queueId = move.queue === null ? item.queueId : (pick(world.queues, move.queue) ?? item.queueId)
        const changed = { ...item, queueId, version: item.version + 1, orderAtMs: item.orderAtMs + move.byMs }
        this.#call([{ kind: 'ITEM_WAITS', item: changed }])
        break
      }
      case 'REJECT':
      case 'TIME_OUT':
      case 'REFUSE':
        this.#giveBack(move)
        break
      case 'CLOSE': {
        const live = [...rules.reservations.values()]
        const from = live.length > 0 ? move.reservation % live.length : 0
        const closings = live.slice(from, from + move.count).flatMap(({ workItemId, agentId }) => [
          { kind: 'RESERVATION_CLOSED' as const, workItemId, agentId },
          { kind: 'ITEM_GONE' as const, workItemId },
        ])
        if (closings.length > 0) this.#call(closings)
        break
      }
      case 'ASSIGN': {
        const item = pick(waiting, move.item)
        const agent = rules.agents.get(pick(world.agents, move.agent) ?? '')
        if (!item || !agent) break
        const weight = weightOf(agent.capacity, item.mediaType)
        this.#confirmed.set(item.id, item.version + 1)
        this.#call([
          { ...reserved(item, agent.id, weight), version: item.version + 1, reservationId: `r-${item.id}` },
        ])
        break
      }
      case 'AGENT':
        this.#agent(pick(world.agents, move.agent) ?? '', move)
        break
      case 'QUEUE': {
        const id = pick(world.queues, move.queue) ?? ''
        this.#call([{ kind: 'QUEUE_SAVED', queue: { id, rings: move.rings } }])
        break
      }
      case 'QUEUE_OFF':
        this.#call([{ kind: 'QUEUE_REMOVED', queueId: pick(world.queues, move.queue) ?? '' }])
        break
      case 'REPEAT':
        this.#repeat(move.command)
        break
      case 'WAIT':
        this.wait(move.ms, move.late)
        break
    }
  }

  /** Lets time pass; unless it is late, the driver wakes the core whenever it is due. */
  wait(ms: number, late = false): void {
    const endMs = this.#atMs + ms
    for (let nextMs = this.core.nextAtMs(); !late && nextMs !== undefined && nextMs <= endMs; ) {
      this.#atMs = Math.max(this.#atMs, nextMs)
      this.#call([{ kind: 'TIME_PASSED' }])
      nextMs = this.core.nextAtMs()
    }
    this.#atMs = endMs
    this.#call([{ kind: 'TIME_PASSED' }])
  }

  #arriving(move: Extract<Move, { kind: 'ARRIVE' }>): WaitingItem {
    this.#items++
    const lastAgentId = move.lastAgent === null ? undefined : pick(world.agents, move.lastAgent)
    const onlyAgentId = move.onlyAgent === null ? undefined : pick(world.agents, move.onlyAgent)
    return {
      id: `i${String(this.#items).padStart(3, '0')}`,
      version: 1,
      queueId: pick(world.queues, move.queue) ?? '',
      mediaType: move.mediaType,
      queuedAtMs: this.#atMs - move.waitedMs,
      orderAtMs: this.#atMs + move.orderInMs,
      ...(move.language && { language: move.language }),
      ...(move.requires.length > 0 && { requires: move.requires }),
      ...(lastAgentId && { lastAgentId }),
      ...(onlyAgentId && { onlyAgentId }),
      ...(move.sleepsMs > 0 && { notBeforeMs: this.#atMs + move.sleepsMs }),
      passedOver: [],
    }
  }

  #giveBack(move: Extract<Move, { kind: 'REJECT' | 'TIME_OUT' | 'REFUSE' }>): void {
    const live = pick([...this.rules.reservations.values()], move.reservation)
    if (!live?.item) return
    const { workItemId, agentId, item } = live
    const confirmed = this.#confirmed.get(workItemId)
    this.#confirmed.delete(workItemId)
    const passedOver =
      move.kind === 'REFUSE' ? item.passedOver : [...item.passedOver, { agentId, atMs: this.#atMs }]
    // An offer that the store refused leaves the item as it was, at the version that was offered.
    const version =
      move.kind === 'REFUSE' && confirmed === undefined ? item.version : (confirmed ?? item.version) + 1
    const back: RoutingCommand[] = [
      { kind: 'RESERVATION_CLOSED', workItemId, agentId },
      { kind: 'ITEM_WAITS', item: { ...item, version, passedOver } },
    ]
    if (move.waitsFirst) back.reverse()
    const agent = this.rules.agents.get(agentId)
    if (move.kind === 'TIME_OUT' && agent) {
      back.push({ kind: 'AGENT_CHANGED', agent: { ...agent, presence: 'AWAY', presenceSinceMs: this.#atMs } })
    }
    this.#call(back)
  }

  #agent(id: string, to: AgentChange): void {
    const before = this.rules.agents.get(id)
    const isAnew = to.anew || before?.presence !== to.presence
    this.#call([
      {
        kind: 'AGENT_CHANGED',
        agent: {
          id,
          presence: to.presence,
          presenceSinceMs: isAnew || !before ? this.#atMs : before.presenceSinceMs,
          idleSinceMs: this.#atMs,
          skills:
            to.skills?.map(({ expiresInMs, ...skill }) => ({
              ...skill,
              ...(expiresInMs !== undefined && { expiresAtMs: this.#atMs + expiresInMs }),
            })) ??
            before?.skills ??
            [],
          capacity: to.capacity ?? before?.capacity ?? defaultCapacity,
        },
      },
    ])
  }

  /** Says again what is so already, or what was so of an item before. */
  #repeat(which: number): void {
    const { queues, agents, waiting, reservations } = this.rules
    const again: RoutingCommand[] = [
      ...[...queues.values()].map((queue) => ({ kind: 'QUEUE_SAVED' as const, queue })),
      ...[...agents.values()].map((agent) => ({ kind: 'AGENT_CHANGED' as const, agent })),
      ...[...waiting.values()].map((item) => ({ kind: 'ITEM_WAITS' as const, item })),
      ...[...reservations.values()].flatMap(({ item, agentId, weight }) =>
        item ? [reserved(item, agentId, weight)] : [],
      ),
    ]
    const command = pick(again, which)
    if (command) this.#call([command])
    const item = pick([...waiting.values()], which)
    if (item) {
      const stale: RoutingCommand = {
        kind: 'ITEM_WAITS',
        item: { ...item, version: item.version - 1, queueId: 'nowhere' },
      }
      this.#call([stale], [])
    }
  }

  #call(commands: readonly RoutingCommand[], meant: readonly RoutingCommand[] = commands): void {
    const atMs = this.#atMs
    for (const command of meant) this.rules.take(command)
    this.rules.atMs = atMs
    let offers = this.#handle(commands)
    // Work is bounded: what is left over is done at once.
    for (let nextMs = this.core.nextAtMs(); nextMs !== undefined && nextMs <= atMs; ) {
      offers = offers.concat(this.#handle([{ kind: 'TIME_PASSED' }]))
      nextMs = this.core.nextAtMs()
    }
    this.#expectNothingLeft()
    const counts = this.core.counts()
    const { waiting, reservations, agents, queues } = this.rules
    const told = [counts.waiting, counts.reserved, counts.agents, counts.queues]
    const known = [waiting.size, reservations.size, agents.size, queues.size]
    if (String(told) !== String(known)) throw new Error(`it counts ${told} where there are ${known}`)
    this.#confirm(offers)
  }

  /** Another core goes on from here: its offers are judged, too, and must leave nothing unmatched. */
  takeOver(core: RoutingCore, limit: number): void {
    let offers: OfferDecision[]
    do {
      offers = core.decideAll(this.#atMs, limit)
      this.#judge(offers)
    } while (offers.length === limit)
    this.#expectNothingLeft()
  }

  #handle(commands: readonly RoutingCommand[]): OfferDecision[] {
    const offers = this.core.handle(commands, this.#atMs)
    this.calls.push({ commands, atMs: this.#atMs, offers })
    this.#judge(offers)
    return offers
  }

  #judge(offers: readonly OfferDecision[]): void {
    for (const offer of offers) {
      const fault = this.rules.faultOf(offer)
      if (fault) throw new Error(`${offer.workItemId} to ${offer.agentId}: ${fault}`)
      this.rules.reserve(offer.workItemId, offer.agentId, offer.weight)
    }
  }

  #expectNothingLeft(): void {
    const left = this.rules.unexcused()
    if (left.length > 0) throw new Error(`left unmatched: ${left.join(', ')}`)
  }

  /** The store writes every other offer at once; the rest stay the core's own word for a while. */
  #confirm(offers: readonly OfferDecision[]): void {
    for (const [index, offer] of offers.entries()) {
      const item = this.rules.reservations.get(offer.workItemId)?.item
      if (index % 2 === 1 || !item) continue
      const version = offer.version + 1
      this.#confirmed.set(item.id, version)
      this.#call([
        { ...reserved(item, offer.agentId, offer.weight), version, reservationId: `r-${item.id}-${version}` },
      ])
    }
  }
}

function reserved(item: WaitingItem, agentId: string, weight: number) {
  const { id, queueId, mediaType } = item
  return { kind: 'RESERVED' as const, workItemId: id, agentId, queueId, mediaType, weight }
}

function pick<T>(list: readonly T[], which: number): T | undefined {
  return list[which % list.length]
}
