import type { Metric, Registry } from 'prom-client'
import { Bucketed } from './bucketed.ts'

interface Sample {
  metricName: string
  labels: Record<string, string | number>
  /** Written last, as prom-client does. */
  sharedLabels: Record<string, string>
  value: number
}

/** One more series than this, and it is counted with the others that came too late: labels must not fill the memory. */
const maxSeries = 2_000

/**
 * A Prometheus histogram that is cheap to count in: a series is found once and then is a few numbers. prom-client's own
 * makes an object of labels, checks and hashes it at every observation.
 */
export class SeriesHistogram {
  readonly #series = new Map<string, { labels: Record<string, string>; bucketed: Bucketed }>()
  readonly #labelNames: readonly string[]

  /** @param collect shows what is counted elsewhere, when the page is asked for */
  constructor(
    registry: Registry,
    name: string,
    help: string,
    labelNames: readonly string[],
    collect?: (histogram: SeriesHistogram) => void,
  ) {
    this.#labelNames = labelNames
    const get = async () => {
      collect?.(this)
      return { name, help, type: 'histogram', values: this.#samples(name), aggregator: 'sum' }
    }
    // The registry asks no more of a metric than its name and this.
    registry.registerMetric({ name, get } as unknown as Metric)
  }

  /** The series of these label values, in the order of the label names. Keep it where it is used often. */
  with(...values: string[]): Bucketed {
    const key = values.length === 1 ? (values[0] as string) : values.join('\n')
    let series = this.#series.get(key)
    if (!series) {
      if (this.#series.size >= maxSeries && !values.every((value) => value === 'other')) {
        return this.with(...values.map(() => 'other'))
      }
      series = this.#add(key, values, new Bucketed())
    }
    return series.bucketed
  }

  /** Shows a series that is counted elsewhere. */
  show(bucketed: Bucketed, ...values: string[]): void {
    this.#add(values.join('\n'), values, bucketed)
  }

  #add(key: string, values: readonly string[], bucketed: Bucketed) {
    // To Prometheus a label without a value is one that is not there.
    const pairs = this.#labelNames.map((name, at) => [name, values[at] ?? ''] as const)
    const labels = Object.fromEntries(pairs.filter(([, value]) => value !== ''))
    const series = { labels, bucketed }
    this.#series.set(key, series)
    return series
  }

  #samples(name: string): Sample[] {
    const samples: Sample[] = []
    for (const { labels, bucketed } of this.#series.values()) {
      let below = 0
      for (const [at, count] of bucketed.counts.entries()) {
        below += count
        const le = bucketed.bounds[at] ?? '+Inf'
        samples.push({ metricName: `${name}_bucket`, labels: { le }, sharedLabels: labels, value: below })
      }
      samples.push({ metricName: `${name}_sum`, labels: {}, sharedLabels: labels, value: bucketed.sum })
      samples.push({ metricName: `${name}_count`, labels: {}, sharedLabels: labels, value: below })
    }
    return samples
  }
}
