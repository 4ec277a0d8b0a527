import { setTimeout as wait } from 'node:timers/promises'
import type { SlowReaderStage } from '../../load/slow-reader-stage.ts'
import { readMetric } from '../../load/system/read-metric.ts'
import { quantile } from '../quantile.ts'

export interface RoundSetting {
  seconds: number
  eventsPerSecond: number
}

export interface RoundPlan {
  stage: SlowReaderStage
  /** The router's. */
  metricsUrl: string
  setting: RoundSetting
  /** Whether the slow reader stops reading when the round begins. */
  stops: boolean
}

/** What one round gave. */
export interface RoundFigures {
  /** Of the deliveries to the others. */
  p50Ms: number
  p99Ms: number
  /** Characters of JSON text that waited in the router at once. */
  mostWaiting: number
  /** Events that somebody missed or got twice, the slow reader included, once it had resumed. */
  astray: number
  /** How the slow reader's connection ended, by code. */
  closes: Record<string, number>
}

/** Sends events at a fixed rate; a slow reader reads on as soon as the router has given it up, or at the round's end. */
export async function measureRound(plan: RoundPlan): Promise<RoundFigures> {
  const { stage, metricsUrl, setting, stops } = plan
  await stage.others.reset()
  await stage.slow.reset()
  const subscriptions = await stage.subscriptions()
  if (stops) await stage.slow.pause()
  let stopped = stops
  let mostWaiting = 0
  const endsAt = performance.now() + setting.seconds * 1000
  stage.publisher.start(1000 / setting.eventsPerSecond)
  while (performance.now() < endsAt) {
    await wait(100)
    const waiting = await readMetric(metricsUrl, 'throughline_router_live_waiting_characters')
    mostWaiting = Math.max(mostWaiting, waiting)
    if (!stopped || (await stage.subscriptions()) >= subscriptions) continue
    await stage.slow.resume()
    stopped = false
  }
  await stage.publisher.stop()
  await stage.readersCaughtUp()
  await stage.slow.resume()
  await stage.caughtUp()

  const latencies = await stage.others.latenciesMs()
  const [others, slow] = [await stage.others.figures(), await stage.slow.figures()]
  return {
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    mostWaiting,
    astray: others.lost + others.duplicated + slow.lost + slow.duplicated,
    closes: slow.closes,
  }
}
