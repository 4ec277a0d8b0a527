import type { OfferDecision } from '../core/decision.ts'
import type { RoutingCommand } from '../core/routing-command.ts'
import type { RoutingCore } from '../core/routing-core.ts'
import type { FactGroup } from './follow-log.ts'
import type { LeaderMetrics } from './leader-metrics.ts'
import type { SnapshotTime } from './read-snapshot.ts'

/** Offers in one transaction. */
const batchSize = 200

/** How many wait and how many live reservations there are at an instant of the store. */
export interface Expectation {
  waiting: number
  reserved: number
  at: SnapshotTime
}

/** So many comparisons in a row that do not fit; a single one may meet rows that were just read out of turn. */
const maxMismatches = 2

/**
 * The core in the memory of one process, fed by the log. While it stands by it only takes facts in; while it leads, each
 * fact may give offers, which wait here for the next batch. What it has offered counts as done until the store refuses.
 */
export interface Replica {
  readonly leading: boolean
  /** Offers decided on and not yet taken for a batch. */
  readonly backlog: number
  /** @throws Error when the core does not know what the store knows; see `expect` */
  take(group: FactGroup): void
  /** Begins to decide once the log has brought the beginning of this epoch. */
  leadFrom(epoch: number): void
  /** Ends deciding. @returns offers that never reached a batch: the store knows nothing of them */
  standBy(): OfferDecision[]
  /** Decides what time alone has made possible, and what a take-over still leaves to do. */
  decideDue(): void
  /** The offers of the next batch, the oldest first. */
  takeBatch(): OfferDecision[]
  /** Tells how refused offers stand in the store: they are as if they had not been. */
  correct(refused: readonly OfferDecision[], facts: readonly RoutingCommand[]): void
  /** Milliseconds until time alone may change something; undefined when it may not. */
  dueInMs(): number | undefined
  /**
   * Has the core compared with this when the log has passed its instant. A second time in a row that it does not fit,
   * `take` throws.
   */
  expect(expected: Expectation): void
}

/** @param nowMs the store's time */
export function createReplica(core: RoutingCore, nowMs: () => number, metrics: LeaderMetrics): Replica {
  const decided: OfferDecision[] = []
  /** Offers that the log has not told of yet. */
  const onTheirWay = new Map<string, OfferDecision>()
  let epoch: number | undefined
  /** The newest epoch whose beginning the log has brought; it may come before this process knows that it is its own. */
  let begun: number | undefined
  let leading = false
  /** A take-over has begun and not everything that was possible is decided. */
  let catchingUp = false
  let expected: Expectation | undefined
  let mismatches = 0

  function compare({ waiting, reserved }: Expectation): void {
    const counts = core.counts()
    // Offers that the log has not told of count as done in the core alone.
    const here = { waiting: counts.waiting + onTheirWay.size, reserved: counts.reserved - onTheirWay.size }
    const fits = here.waiting === waiting && here.reserved === reserved
    mismatches = fits ? 0 : mismatches + 1
    if (mismatches < maxMismatches) return
    throw new Error(
      `the core differs from the store: ${JSON.stringify({ here, store: { waiting, reserved } })}`,
    )
  }

  function begin(): void {
    if (leading || epoch === undefined || begun !== epoch) return
    leading = true
    catchingUp = true
  }

  function keep(offers: readonly OfferDecision[]): void {
    if (offers.length === 0) return
    for (const offer of offers) {
      decided.push(offer)
      onTheirWay.set(offer.workItemId, offer)
    }
    metrics.decisions.inc(offers.length)
    metrics.backlog.set(decided.length)
  }

  function hear(facts: readonly RoutingCommand[]): void {
    const now = nowMs()
    if (leading) keep(core.handle(facts, now))
    else for (const fact of facts) core.apply(fact, now)
  }

  return {
    get leading() {
      return leading
    },
    get backlog() {
      return decided.length
    },
    take({ facts, clusterTime }) {
      if (expected && clusterTime.greaterThan(expected.at)) {
        compare(expected)
        expected = undefined
      }
      const commands: RoutingCommand[] = []
      for (const { kind, command, workItemId, epoch: entryEpoch, at } of facts) {
        if (kind === 'OFFERED' && workItemId) onTheirWay.delete(workItemId)
        if (command) commands.push(command as RoutingCommand)
        if (kind === 'LED') begun = entryEpoch
        metrics.feedLagSeconds.set(Math.max(0, nowMs() - at.getTime()) / 1_000)
      }
      if (commands.length > 0) hear(commands)
      begin()
      metrics.waiting.set(core.counts().waiting)
    },
    leadFrom(next) {
      epoch = next
      begin()
    },
    standBy() {
      epoch = undefined
      leading = false
      catchingUp = false
      return decided.splice(0)
    },
    decideDue() {
      if (!leading || decided.length >= batchSize) return
      const now = nowMs()
      if (catchingUp) {
        const offers = core.decideAll(now, batchSize)
        catchingUp = offers.length === batchSize
        keep(offers)
      } else if ((core.nextAtMs() ?? Number.POSITIVE_INFINITY) <= now) {
        keep(core.handle([{ kind: 'TIME_PASSED' }], now))
      }
    },
    takeBatch() {
      const batch = decided.splice(0, batchSize)
      metrics.backlog.set(decided.length)
      return batch
    },
    correct(refused, facts) {
      for (const { workItemId } of refused) onTheirWay.delete(workItemId)
      hear(facts)
    },
    dueInMs() {
      if (!leading) return undefined
      if (catchingUp) return 0
      const at = core.nextAtMs()
      return at === undefined ? undefined : Math.max(0, at - nowMs())
    },
    expect(next) {
      expected = next
    },
  }
}
