import { until } from '#platform/testkit/until.ts'
import type { Inspector } from '../bench/process/inspector.ts'
import type { SlowReaderStage } from './slow-reader-stage.ts'
import { readMetric } from './system/read-metric.ts'

/** What a client that does not read costs the router. */
export interface SlowReaderCost {
  /** Characters of JSON text that waited for it at most. */
  mostWaiting: number
  /** By how much the router's memory was larger, after collection, while most of its bound waited. */
  grownBytes: number
}

/**
 * Lets the slow reader stop reading while messages are added, until the router gives it up; then it reads on, comes
 * back, and has everything at the end.
 * @param worthMeasuring characters waiting from which on the memory is measured: each time it stops the router
 */
export async function stopReading(
  stage: SlowReaderStage,
  metricsUrl: string,
  inspector: Inspector,
  worthMeasuring: number,
): Promise<SlowReaderCost> {
  const used = async () => {
    const { heapUsed, external } = await inspector.memory()
    return heapUsed + external
  }
  const before = await used()
  const subscriptions = await stage.subscriptions()
  let mostWaiting = 0
  let largest = before
  await stage.slow.pause()
  await until('the router gives the slow reader up', async () => {
    await stage.publisher.publish()
    const waiting = await readMetric(metricsUrl, 'throughline_router_live_waiting_characters')
    if (waiting >= worthMeasuring && waiting > mostWaiting) {
      // With nothing under way but what waits for the one.
      await stage.readersCaughtUp()
      largest = Math.max(largest, await used())
    }
    mostWaiting = Math.max(mostWaiting, waiting)
    return (await stage.subscriptions()) < subscriptions
  })
  await stage.slow.resume()
  await stage.publisher.publish()
  await stage.caughtUp()
  largest = Math.max(largest, await used())
  return { mostWaiting, grownBytes: largest - before }
}
