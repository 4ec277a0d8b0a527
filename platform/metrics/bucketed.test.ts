import { Histogram, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { secondsBuckets } from './bucketed.ts'
import { SeriesHistogram } from './series-histogram.ts'

test('it is shown as prom-client shows its own', async () => {
  const seconds = [0, 0.001, 0.0011, 0.3, 5, 11, 0.3]
  const theirs = new Registry()
  const histogram = new Histogram({
    name: 'x_seconds',
    help: 'Waiting.',
    labelNames: ['kind'],
    buckets: [...secondsBuckets],
    registers: [theirs],
  })
  const ours = new Registry()
  const series = new SeriesHistogram(ours, 'x_seconds', 'Waiting.', ['kind']).with('a')
  for (const registry of [ours, theirs]) registry.setDefaultLabels({ service: 'test' })
  for (const value of seconds) {
    histogram.observe({ kind: 'a' }, value)
    series.observe(value)
  }
  expect(await ours.metrics()).toBe(await theirs.metrics())
  expect(series.count).toBe(seconds.length)
})

test('labels that somebody makes up do not fill the memory', async () => {
  const registry = new Registry()
  const histogram = new SeriesHistogram(registry, 'x_seconds', 'Waiting.', ['kind', 'name'])
  for (let n = 0; n < 5_000; n++) histogram.with('a', `made up ${n}`).observe(1)
  const page = await registry.metrics()
  expect(page.match(/_count/g)).toHaveLength(2_001)
  expect(page).toContain('x_seconds_count{kind="other",name="other"} 3000')
})
