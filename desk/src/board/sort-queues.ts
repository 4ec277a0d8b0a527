/** What the order of the board's rows depends on. */
export interface QueueUrgency {
  id: string
  name: string
  waitingCount: number
  atRiskCount: number
  nextDueAt: string | null
}

const dueMs = (queue: QueueUrgency): number =>
  queue.nextDueAt ? Date.parse(queue.nextDueAt) : Number.POSITIVE_INFINITY

/** The most urgent queue first: by contacts at risk, then by what is due next, then by name. Pinned rows stay on top. */
export function sortQueues<Q extends QueueUrgency>(queues: readonly Q[], pinned: ReadonlySet<string>): Q[] {
  return queues.toSorted(
    (a, b) =>
      Number(pinned.has(b.id)) - Number(pinned.has(a.id)) ||
      b.atRiskCount - a.atRiskCount ||
      (dueMs(a) === dueMs(b) ? 0 : dueMs(a) - dueMs(b)) ||
      a.name.localeCompare(b.name),
  )
}
