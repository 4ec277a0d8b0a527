import type { LiveEvent } from '#platform/live/live-event.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type LiveFigures, readLiveFigures } from './live-figures.ts'
import { metricsTopic } from './metrics-topic.ts'

/** The window of the live figures. */
const windowMs = 30 * 60_000
/** A burst of events costs four reads a second, whatever its size. */
const minIntervalMs = 250

/**
 * The live figures, again whenever an event has changed them. The window runs on without events, too: each heartbeat
 * of the topic (`LIVE_HEARTBEAT_MS`, 5 seconds by default) reads anew, and since `at` has moved, it is sent.
 */
export function followLiveFigures(ctx: ServiceContext): AsyncIterableIterator<LiveEvent<LiveFigures>> {
  return ctx.live.state(metricsTopic, () => readLiveFigures(ctx, windowMs), { minIntervalMs })
}
