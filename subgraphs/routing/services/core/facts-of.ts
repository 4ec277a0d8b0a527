import type { RoutingCommand } from './routing-command.ts'
import type { CoreState } from './state/core-state.ts'

/**
 * All that a core knows, as commands that make another one know it. Reservations go first: they end an item's waiting
 * and an agent's idle time, about which those that follow know better.
 */
export function factsOf(state: CoreState): RoutingCommand[] {
  const facts: RoutingCommand[] = []
  for (const { state: queue } of state.queues.values()) if (queue) facts.push({ kind: 'QUEUE_SAVED', queue })
  for (const [workItemId, { agent, weight, reservationId, queueId, mediaType }] of state.reservations) {
    facts.push({
      kind: 'RESERVED',
      workItemId,
      agentId: agent.id,
      queueId,
      mediaType,
      weight,
      ...(reservationId !== undefined && { reservationId }),
    })
  }
  for (const { state: agent, idleSinceMs, recentLoad: share, recentAtMs: atMs } of state.agents.values()) {
    if (agent)
      facts.push({ kind: 'AGENT_CHANGED', agent: { ...agent, idleSinceMs, recentLoad: { share, atMs } } })
  }
  for (const { item, waits } of state.items.values()) if (waits) facts.push({ kind: 'ITEM_WAITS', item })
  return facts
}
