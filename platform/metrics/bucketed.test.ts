import { Histogram, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { Bucketed, secondsBuckets } from './bucketed.ts'
import { showHistogram } from './bucketed-histogram.ts'

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
  const series = new Bucketed()
  showHistogram(ours, 'x_seconds', 'Waiting.', () => [[{ kind: 'a' }, series]])
  for (const registry of [ours, theirs]) registry.setDefaultLabels({ service: 'test' })
  for (const value of seconds) {
    histogram.observe({ kind: 'a' }, value)
    series.observe(value)
  }
  const lines = async (registry: Registry) =>
    (await registry.metrics())
      .split('\n')
      .map((line) => line.replace(/\{(.*)\}/, (_, labels: string) => `{${labels.split(',').sort()}}`))
  expect(await lines(ours)).toEqual(await lines(theirs))
  expect(series.count).toBe(seconds.length)
})
