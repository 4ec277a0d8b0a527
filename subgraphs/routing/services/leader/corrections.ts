import type { OfferDecision } from '../core/decision.ts'

/** Rows that others hold are tried again after this long. */
const failedAfterMs = 250
const longestMs = 1_000
/** Counts of more items than this are forgotten: they only slow down what is refused again and again. */
const maxCounted = 10_000

/** Offers that came to nothing and that the core still counts as made, until it is told how their rows stand. */
export interface Corrections {
  /** The store would not have these: at once the first time, then later and later. */
  refused(offers: readonly OfferDecision[]): void
  /** These could not be written, for instance because a process that died holds their rows. */
  failed(offers: readonly OfferDecision[]): void
  /** Offers of these items were written. */
  settled(workItemIds: readonly string[]): void
  takeDue(): OfferDecision[]
  takeAll(): OfferDecision[]
  dueInMs(): number | undefined
}

export function createCorrections(nowMs: () => number = () => performance.now()): Corrections {
  let open: Array<{ offer: OfferDecision; dueAt: number }> = []
  const refusals = new Map<string, number>()

  const add = (offer: OfferDecision, afterMs: number): void =>
    void open.push({ offer, dueAt: nowMs() + afterMs })

  return {
    refused(offers) {
      for (const offer of offers) {
        const before = refusals.get(offer.workItemId) ?? 0
        if (refusals.size >= maxCounted) refusals.clear()
        refusals.set(offer.workItemId, before + 1)
        add(offer, before === 0 ? 0 : Math.min(longestMs, 25 * 2 ** before))
      }
    },
    failed(offers) {
      for (const offer of offers) add(offer, failedAfterMs)
    },
    settled(workItemIds) {
      for (const workItemId of workItemIds) refusals.delete(workItemId)
    },
    takeDue() {
      if (open.length === 0) return []
      const now = nowMs()
      const due = open.filter(({ dueAt }) => dueAt <= now)
      open = open.filter(({ dueAt }) => dueAt > now)
      return due.map(({ offer }) => offer)
    },
    takeAll: () => open.splice(0).map(({ offer }) => offer),
    dueInMs() {
      if (open.length === 0) return undefined
      return Math.max(0, Math.min(...open.map(({ dueAt }) => dueAt)) - nowMs())
    },
  }
}
