import type { AgentEntry } from './agent-entry.ts'
import { compareIds, type ItemEntry } from './item-entry.ts'
import { OrderedSet } from './ordered-set.ts'
import type { QueueEntry } from './queue-entry.ts'

/** What time alone changes. */
export type Timed = ItemEntry | AgentEntry | QueueEntry

/** All that time alone changes, the next first. */
export type Timers = OrderedSet<Timed>

/** No timers. */
export function createTimers(): Timers {
  return new OrderedSet(
    (a, b) => a.dueMs - b.dueMs || (a.kind === b.kind ? compareIds(a, b) : a.kind < b.kind ? -1 : 1),
  )
}

/** Says when time changes it next; infinite for never. */
export function setDue(timers: Timers, timed: Timed, dueMs: number): void {
  if (timed.dueMs === dueMs) return
  if (timed.dueMs !== Number.POSITIVE_INFINITY) timers.delete(timed)
  timed.dueMs = dueMs
  if (dueMs !== Number.POSITIVE_INFINITY) timers.add(timed)
}
