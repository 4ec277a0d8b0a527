import { expect, test } from 'vitest'
import { createBatchMeans } from './batch-means.ts'
import { estimateControlled } from './control-variates.ts'
import { estimate } from '../../services/simulation/estimate.ts'
import { createRandom } from '../../services/simulation/random.ts'

test('the interval of independent samples is Student’s', () => {
  // Five samples with mean 3 and variance 2.5: t(4) = 2.776.
  expect(estimate([1, 2, 3, 4, 5])).toEqual({ mean: 3, halfWidth: expect.closeTo(2.776 * Math.sqrt(0.5), 6) })
  expect(estimate([4])).toEqual({ mean: 4, halfWidth: Infinity })
  const many = Array.from({ length: 61 }, (_, n) => n % 2)
  const deviation = Math.sqrt((61 * (30 / 61) * (31 / 61)) / 60)
  // t(60) = 2.000
  expect(estimate(many).halfWidth).toBeCloseTo((2 * deviation) / Math.sqrt(61), 4)
})

test('warm-up and an unfinished batch are left out', () => {
  const batches = createBatchMeans(2, 3)
  for (const sample of [100, 100, 100, 1, 3, 5, 7, 100]) batches.add(sample)
  expect(batches.estimate().mean).toBe(4)
})

test('of samples that resemble their neighbours, the intervals hold the true mean as often as they say', () => {
  // Each sample keeps nine tenths of the one before: the true mean is 0. Treated as independent, they would miss it
  // three times as often.
  let held = 0
  const runs = 400
  for (let run = 0; run < runs; run += 1) {
    const random = createRandom(run, 'neighbours')
    const batches = createBatchMeans(500, 100)
    let value = 0
    for (let n = 0; n < 10_100; n += 1) {
      value = 0.9 * value + random.next() - 0.5
      batches.add(value)
    }
    const { mean, halfWidth } = batches.estimate()
    if (Math.abs(mean) <= halfWidth) held += 1
  }
  expect(held / runs).toBeGreaterThan(0.91)
  expect(held / runs).toBeLessThan(0.985)
})

test('what chance did to the input is taken off: the interval is narrower, and holds the true mean as often', () => {
  let [held, plain, controlled] = [0, 0, 0]
  const runs = 400
  for (let run = 0; run < runs; run += 1) {
    const random = createRandom(run, 'controls')
    const samples = Array.from({ length: 40 }, () => {
      const [a, b, rest] = [random.next() - 0.5, random.next() - 0.5, random.next() - 0.5]
      return { value: 7 + 3 * a - 2 * b + rest, controls: [a, b] as const }
    })
    const { mean, halfWidth } = estimateControlled(samples)
    if (Math.abs(mean - 7) <= halfWidth) held += 1
    controlled += halfWidth
    plain += estimate(samples.map(({ value }) => value)).halfWidth
  }
  expect(held / runs).toBeGreaterThan(0.92)
  expect(held / runs).toBeLessThan(0.98)
  // The rest has a fourteenth of the variance: 1 of 9 + 4 + 1.
  expect(controlled / plain).toBeCloseTo(Math.sqrt(1 / 14), 1)
})
