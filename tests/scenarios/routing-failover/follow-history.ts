import type { ServiceContext } from '#platform/service/service-context.ts'
import { followLog, type LogFact } from '../../../subgraphs/routing/services/leader/follow-log.ts'
import { readSnapshot } from '../../../subgraphs/routing/services/leader/read-snapshot.ts'

/** All that the routing log tells, in commit order, and what may never stand in it. */
export interface History {
  /** When the first offer of a later epoch than this one came; undefined until then. By `performance.now()`. */
  firstOfferAfter(epoch: number): number | undefined
  readonly epoch: number
  readonly offers: number
  /** What was found wrong so far. */
  readonly violations: readonly string[]
  stop(): Promise<void>
}

/**
 * Follows the log and judges each entry: an epoch ends when the next one begins, so that nothing of it may follow; and
 * no work item is reserved while another reservation of it is live.
 */
export async function followHistory(ctx: ServiceContext): Promise<History> {
  const ending = new AbortController()
  const violations: string[] = []
  const live = new Map<string, string>()
  const firstOffers = new Map<number, number>()
  let epoch = 0
  let offers = 0

  function judge({ kind, command, epoch: written, _id }: LogFact): void {
    if (kind === 'LED') epoch = Math.max(epoch, written ?? 0)
    if (kind === 'OFFERED') {
      offers += 1
      if (written !== epoch) violations.push(`${_id}: an offer of epoch ${written} in epoch ${epoch}`)
      if (!firstOffers.has(epoch)) firstOffers.set(epoch, performance.now())
    }
    const fact = command as { kind: string; workItemId: string; agentId: string } | undefined
    if (fact?.kind === 'RESERVED') {
      const holder = live.get(fact.workItemId)
      if (holder !== undefined) violations.push(`${fact.workItemId}: at ${holder} and at ${fact.agentId}`)
      live.set(fact.workItemId, fact.agentId)
    }
    if (fact?.kind === 'RESERVATION_CLOSED') live.delete(fact.workItemId)
  }

  const after = await readSnapshot(ctx, (fact) => {
    if (fact.kind === 'RESERVED') live.set(fact.workItemId, fact.agentId)
  })
  async function follow(): Promise<void> {
    for await (const { facts } of followLog(ctx, after, ending.signal)) facts.forEach(judge)
  }
  const following = follow().catch((error: unknown) => {
    if (!ending.signal.aborted) violations.push(String(error))
  })

  return {
    firstOfferAfter: (before) => [...firstOffers].find(([later]) => later > before)?.[1],
    get epoch() {
      return epoch
    },
    get offers() {
      return offers
    },
    violations,
    async stop() {
      ending.abort()
      await following
    },
  }
}
