import type { OfferDecision } from '../core/decision.ts'
import type { RoutingCommand } from '../core/routing-command.ts'

/** What a simulation drives: the routing core, or another way to route that is to be compared with it. */
export interface Dispatcher {
  /** Takes the facts of one instant in, and decides what they made possible. */
  handle(
    commands: readonly RoutingCommand[],
    atMs: number,
  ): ReadonlyArray<Pick<OfferDecision, 'workItemId' | 'agentId'>>
  /** When time alone changes something next; it is then told TIME_PASSED. */
  nextAtMs(): number | undefined
}
