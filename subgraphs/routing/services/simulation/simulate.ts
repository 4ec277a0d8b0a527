import type { AgentState } from '../core/agent-state.ts'
import { weightOf } from '../core/capacity.ts'
import type { RoutingCommand } from '../core/routing-command.ts'
import type { WaitingItem } from '../core/waiting-item.ts'
import { type AgentLoad, createAgentLoadMeter } from './agent-load.ts'
import type { SimulatedAgent, SimulatedCentre } from './centre.ts'
import type { ContactOutcome } from './contact-outcome.ts'
import type { SimulatedContact } from './demand.ts'
import type { Dispatcher } from './dispatcher.ts'
import { createEventQueue } from './event-queue.ts'
import { handleFactor } from './handle-factor.ts'

/** What happens at an instant, beside arrivals. */
type Happening =
  | { kind: 'DUTY'; agent: SimulatedAgent; on: boolean }
  | { kind: 'ANSWERED' | 'GAVE_UP' | 'DONE'; contact: OpenContact }
  | { kind: 'TIME_PASSED' }

interface OpenContact {
  contact: SimulatedContact
  stage: 'WAITING' | 'RINGING' | 'IN_HAND' | 'OVER'
  agent?: SimulatedAgent
}

/** A simulation to run. */
export interface Simulation {
  centre: SimulatedCentre
  /** In the order of arrival. */
  contacts: Iterable<SimulatedContact>
  untilMs: number
  /** From when on agents' load counts. */
  warmUpMs?: number
  /** Told of each contact when its waiting ends. */
  seen(outcome: ContactOutcome): void
}

/**
 * Drives a dispatcher by simulated time: the routing core decides here as it does in a live system, by the same
 * commands, and only its surroundings (customers, agents at work, the clock) are played. Deterministic.
 * @returns what each agent did
 */
export function simulate(
  dispatcher: Dispatcher,
  { centre, contacts, untilMs, warmUpMs = 0, seen }: Simulation,
): AgentLoad[] {
  const agents = new Map(centre.agents.map((agent) => [agent.id, agent]))
  const meters = new Map(centre.agents.map(({ id }) => [id, createAgentLoadMeter(id, warmUpMs)]))
  const queues = new Map(centre.queues.map((queue) => [queue.id, queue]))
  const open = new Map<string, OpenContact>()
  const events = createEventQueue<Happening>()
  let wakeAtMs = Infinity

  const tell = (commands: readonly RoutingCommand[], atMs: number) => {
    for (const { workItemId, agentId } of dispatcher.handle(commands, atMs)) ring(workItemId, agentId, atMs)
    const nextAtMs = dispatcher.nextAtMs() ?? Infinity
    if (nextAtMs >= wakeAtMs) return
    wakeAtMs = Math.max(nextAtMs, atMs)
    events.add(wakeAtMs, { kind: 'TIME_PASSED' })
  }
  const share = (agent: SimulatedAgent, { mediaType }: SimulatedContact) =>
    weightOf(agent.capacity, mediaType) / agent.capacity.total
  const ring = (workItemId: string, agentId: string, atMs: number) => {
    const [offered, agent] = [open.get(workItemId), agents.get(agentId)]
    if (offered?.stage !== 'WAITING' || !agent) throw new Error(`${workItemId} does not wait for ${agentId}`)
    Object.assign(offered, { stage: 'RINGING', agent })
    meters.get(agentId)?.take(share(agent, offered.contact), atMs)
    events.add(atMs + centre.answerMs[offered.contact.mediaType], { kind: 'ANSWERED', contact: offered })
  }
  const arrive = (contact: SimulatedContact) => {
    const atMs = contact.arrivesAtMs
    const waiting: OpenContact = { contact, stage: 'WAITING' }
    open.set(contact.id, waiting)
    if (contact.patienceMs < Infinity) {
      events.add(atMs + contact.patienceMs, { kind: 'GAVE_UP', contact: waiting })
    }
    tell([{ kind: 'ITEM_WAITS', item: waitingItem(contact) }], atMs)
  }
  const answer = (answered: OpenContact, atMs: number) => {
    const { contact, agent } = answered
    if (answered.stage !== 'RINGING' || !agent) return
    answered.stage = 'IN_HAND'
    seen({ contact, kind: 'ANSWERED', waitMs: atMs - contact.arrivesAtMs, agentId: agent.id })
    const factor = handleFactor(centre.pace, agent, queues.get(contact.queueId))
    const workMs = Math.round(contact.handleMs * factor) + contact.wrapUpMs
    events.add(atMs + workMs, { kind: 'DONE', contact: answered })
  }
  /** Out of the line, or out of an agent's hands. */
  const leave = (left: OpenContact, atMs: number) => {
    const { contact, agent } = left
    const workItemId = contact.id
    left.stage = 'OVER'
    open.delete(workItemId)
    const gone: RoutingCommand = { kind: 'ITEM_GONE', workItemId }
    if (!agent) return tell([gone], atMs)
    meters.get(agent.id)?.take(-share(agent, contact), atMs)
    tell([{ kind: 'RESERVATION_CLOSED', workItemId, agentId: agent.id }, gone], atMs)
  }
  const happen = (event: Happening, atMs: number) => {
    switch (event.kind) {
      case 'DUTY':
        meters.get(event.agent.id)?.duty(event.on, atMs)
        return tell([{ kind: 'AGENT_CHANGED', agent: agentState(event.agent, event.on, atMs) }], atMs)
      case 'ANSWERED':
        return answer(event.contact, atMs)
      case 'DONE':
        return leave(event.contact, atMs)
      case 'GAVE_UP': {
        const { contact, stage } = event.contact
        if (stage !== 'WAITING' && stage !== 'RINGING') return
        seen({ contact, kind: 'ABANDONED', waitMs: atMs - contact.arrivesAtMs })
        return leave(event.contact, atMs)
      }
      case 'TIME_PASSED':
        // Something earlier came between, and has asked for its own.
        if (atMs !== wakeAtMs) return
        wakeAtMs = Infinity
        return tell([{ kind: 'TIME_PASSED' }], atMs)
    }
  }

  tell(
    centre.queues.map((queue) => ({ kind: 'QUEUE_SAVED', queue })),
    0,
  )
  for (const agent of centre.agents) {
    for (const { fromMs, toMs } of agent.duty) {
      events.add(fromMs, { kind: 'DUTY', agent, on: true })
      events.add(toMs, { kind: 'DUTY', agent, on: false })
    }
  }
  const catchUp = (atMs: number) => {
    while (events.nextAtMs() <= atMs) {
      const taken = events.take()
      if (taken) happen(taken.event, taken.atMs)
    }
  }
  for (const contact of contacts) {
    catchUp(contact.arrivesAtMs)
    arrive(contact)
  }
  catchUp(untilMs)
  for (const { contact, stage } of open.values()) {
    if (stage !== 'IN_HAND') seen({ contact, kind: 'UNSERVED', waitMs: untilMs - contact.arrivesAtMs })
  }
  return [...meters.values()].map((meter) => meter.read(untilMs))
}

function waitingItem(contact: SimulatedContact): WaitingItem {
  const { id, queueId, mediaType, language, arrivesAtMs, targetMs } = contact
  return {
    id,
    version: 1,
    queueId,
    mediaType,
    language,
    queuedAtMs: arrivesAtMs,
    orderAtMs: arrivesAtMs + targetMs,
    passedOver: [],
  }
}

function agentState(agent: SimulatedAgent, onDuty: boolean, atMs: number): AgentState {
  const { id, skills, capacity } = agent
  const presence = onDuty ? 'AVAILABLE' : 'AWAY'
  return { id, skills, capacity, presence, presenceSinceMs: atMs, idleSinceMs: atMs }
}
