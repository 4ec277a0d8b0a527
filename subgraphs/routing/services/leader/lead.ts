import { hasCode } from '#platform/errors/has-code.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { Wake } from '#platform/waiting/wake.ts'
import type { OfferDecision } from '../core/decision.ts'
import { commitOffers } from './commit-offers.ts'
import { createCorrections } from './corrections.ts'
import { holdLease, type Lease } from './hold-lease.ts'
import type { LeaderMetrics } from './leader-metrics.ts'
import { releaseLease } from './release-lease.ts'
import type { Replica } from './replica.ts'
import { standingOfOffers } from './standing-of-offers.ts'
import type { StoreTime } from './store-time.ts'
import { takeOver } from './take-over.ts'

export interface Leading {
  ctx: ServiceContext
  holder: string
  leaseMs: number
  replica: Replica
  time: StoreTime
  /** Fired when the log has brought something while this process leads. */
  wake: Wake
  /** Fired when a batch has left the backlog. */
  room: Wake
  signal: AbortSignal
  metrics: LeaderMetrics
}

/**
 * Writes what the replica decides while this process holds the lease, a batch after the other: while one commits, the
 * next one gathers. Without the lease it looks for it, several times in each lease's length.
 */
export async function lead(leading: Leading): Promise<void> {
  const { ctx, holder, leaseMs, replica, time, wake, room, signal, metrics } = leading
  const corrections = createCorrections()
  let lease: Lease | null = null
  let renewAt = 0

  async function holdOn(): Promise<void> {
    if (performance.now() < renewAt) return
    const led = lease !== null
    lease = led ? await holdLease(ctx, holder, leaseMs, time) : await takeOver(ctx, holder, leaseMs, time)
    renewAt = performance.now() + (lease ? leaseMs / 3 : leaseMs / 10)
    if (lease && !led) {
      ctx.log.info({ epoch: lease.epoch }, 'this process leads the routing core')
      metrics.takeOvers.inc()
      metrics.leading.set(1)
      replica.leadFrom(lease.epoch)
    }
    if (!lease && led) await standDown([])
  }

  /** Another process leads: what was decided here and not written is as if it had not been. */
  async function standDown(unwritten: readonly OfferDecision[]): Promise<void> {
    ctx.log.warn('another process leads the routing core by now')
    lease = null
    metrics.leading.set(0)
    await correct([...unwritten, ...replica.standBy(), ...corrections.takeAll()])
  }

  async function correct(offers: readonly OfferDecision[]): Promise<void> {
    if (offers.length > 0) replica.correct(offers, await standingOfOffers(ctx, offers))
  }

  async function write(held: Lease, batch: OfferDecision[]): Promise<void> {
    const beganAt = performance.now()
    try {
      const { made, refused, failed } = await commitOffers(ctx, held, batch, new Date(time.nowMs()))
      metrics.batchSize.observe(batch.length)
      metrics.commitSeconds.observe((performance.now() - beganAt) / 1_000)
      metrics.offers.inc({ outcome: 'written' }, made.length)
      metrics.offers.inc({ outcome: 'refused' }, refused.length + failed.length)
      corrections.settled(made.map(({ workItemId }) => workItemId))
      corrections.refused(refused)
      corrections.failed(failed)
    } catch (err) {
      if (!hasCode(err, 'LEASE_LOST')) throw err
      await standDown(batch)
    }
  }

  try {
    while (!signal.aborted) {
      await holdOn()
      await correct(corrections.takeDue())
      replica.decideDue()
      const batch = lease ? replica.takeBatch() : []
      if (lease && batch.length > 0) {
        room.fire()
        await write(lease, batch)
      } else {
        const waits = [renewAt - performance.now(), replica.dueInMs(), corrections.dueInMs()]
        await wake.wait(Math.max(0, Math.min(...waits.map((ms) => ms ?? Number.POSITIVE_INFINITY))))
      }
    }
  } finally {
    metrics.leading.set(0)
    if (lease) await releaseLease(ctx, lease)
  }
}
