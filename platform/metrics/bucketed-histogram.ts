import type { Metric, Registry } from 'prom-client'
import type { Bucketed } from './bucketed.ts'

interface Sample {
  metricName: string
  labels: Record<string, string | number>
  value: number
}

/**
 * A Prometheus histogram whose series are counted elsewhere (`Bucketed`) and read when the page is asked for.
 * @param series all series with their labels
 */
export function showHistogram(
  registry: Registry,
  name: string,
  help: string,
  series: () => Iterable<[labels: Record<string, string>, series: Bucketed]>,
): void {
  const get = async () => {
    const values: Sample[] = []
    for (const [labels, { bounds, counts, sum }] of series()) {
      let below = 0
      for (const [at, count] of counts.entries()) {
        below += count
        values.push({
          metricName: `${name}_bucket`,
          labels: { ...labels, le: bounds[at] ?? '+Inf' },
          value: below,
        })
      }
      values.push({ metricName: `${name}_sum`, labels, value: sum })
      values.push({ metricName: `${name}_count`, labels, value: below })
    }
    return { name, help, type: 'histogram', values, aggregator: 'sum' }
  }
  // The registry asks no more of a metric than its name and this.
  registry.registerMetric({ name, get } as unknown as Metric)
}
