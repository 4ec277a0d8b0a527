import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Wake } from '#platform/waiting/wake.ts'
import { createRoutingCore } from '../core/create-routing-core.ts'
import { storeClock } from '../store-clock.ts'
import { checkReplica } from './check-replica.ts'
import { followLog } from './follow-log.ts'
import { lead } from './lead.ts'
import { leaderMetrics } from './leader-metrics.ts'
import { readSnapshot } from './read-snapshot.ts'
import { createReplica } from './replica.ts'
import { createStoreTime } from './store-time.ts'

/** Decided offers that wait to be written; beyond it the log is not read any further. */
const maxBacklog = 1_000
/** Pause before the core is read anew: a store that is away is not asked without end. */
const rebuildAfterMs = 250

/**
 * Keeps the routing core in this process: read from the store, then fed by the log. It leads while it holds the lease and
 * stands by, warm, while another process does. Whatever breaks the feed, the core is read anew: it never goes on with
 * what it may have missed.
 * @returns ends it after the batch at hand, and gives the lease up
 */
export function runLeader(ctx: ServiceContext, leaseMs: number): () => Promise<void> {
  const holder = newId()
  const ending = new AbortController()
  const pause = new Wake()

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await live(ctx, holder, leaseMs, ending.signal)
      } catch (err) {
        if (ending.signal.aborted) return
        ctx.log.warn({ err }, 'the routing core can not go on with what it knows; it is read anew')
        leaderMetrics(ctx).rebuilds.inc()
        await pause.wait(rebuildAfterMs)
      }
    }
  }

  const running = run()
  return async () => {
    ending.abort()
    pause.fire()
    await running
  }
}

/** One core, from its snapshot until it ends or something breaks. */
async function live(
  ctx: ServiceContext,
  holder: string,
  leaseMs: number,
  ending: AbortSignal,
): Promise<void> {
  const metrics = leaderMetrics(ctx)
  const time = createStoreTime()
  const askedAt = performance.now()
  time.learn((await storeClock(ctx)).getTime(), askedAt)
  const core = createRoutingCore()
  const after = await readSnapshot(ctx, (fact) => core.apply(fact, time.nowMs()))
  const replica = createReplica(core, time.nowMs, metrics)
  metrics.warm.set(1)

  const broken = new AbortController()
  const signal = AbortSignal.any([ending, broken.signal])
  const wake = new Wake()
  const room = new Wake()
  const wakeAll = (): void => {
    wake.fire()
    room.fire()
  }
  signal.addEventListener('abort', wakeAll)

  async function follow(): Promise<void> {
    for await (const group of followLog(ctx, after, signal)) {
      replica.take(group)
      if (replica.leading) wake.fire()
      while (replica.backlog >= maxBacklog && !signal.aborted) await room.wait(1_000)
    }
  }

  const endWith = async (loop: Promise<void>): Promise<void> => {
    try {
      await loop
    } catch (err) {
      broken.abort(err)
    }
  }
  await Promise.all([
    endWith(follow()),
    endWith(lead({ ctx, holder, leaseMs, replica, time, wake, room, signal, metrics })),
    endWith(checkReplica(ctx, replica, signal)),
  ])
  metrics.warm.set(0)
  if (!ending.aborted) broken.signal.throwIfAborted()
}
