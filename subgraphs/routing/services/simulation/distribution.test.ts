import { expect, test } from 'vitest'
import { type Distribution, drawMs } from './distribution.ts'
import { createRandom } from './random.ts'

test.each<[Distribution, number, number]>([
  // The mean, and the share below it: all, 1 − 1/e, Φ(σ/2) with σ² = ln(1 + 0.8²).
  [{ kind: 'CONSTANT', meanMs: 5_000 }, 5_000, 0],
  [{ kind: 'EXPONENTIAL', meanMs: 180_000 }, 180_000, 1 - Math.exp(-1)],
  [{ kind: 'LOGNORMAL', meanMs: 240_000, variation: 0.8 }, 240_000, 0.6374],
])('%o has its mean and its shape', (distribution, meanMs, below) => {
  const random = createRandom(3, distribution.kind)
  const drawn = Array.from({ length: 200_000 }, () => drawMs(distribution, random))
  expect(drawn.reduce((sum, ms) => sum + ms, 0) / drawn.length / meanMs).toBeCloseTo(1, 2)
  expect(drawn.filter((ms) => ms < meanMs).length / drawn.length).toBeCloseTo(below, 2)
  expect(drawn.every((ms) => ms >= 0 && Number.isFinite(ms))).toBe(true)
})

test('the variation of a lognormal one is its standard deviation by its mean', () => {
  const random = createRandom(4, 'variation')
  const drawn = Array.from({ length: 400_000 }, () =>
    drawMs({ kind: 'LOGNORMAL', meanMs: 1_000, variation: 0.8 }, random),
  )
  const variance = drawn.reduce((sum, ms) => sum + (ms - 1_000) ** 2, 0) / drawn.length
  expect(Math.sqrt(variance) / 1_000).toBeCloseTo(0.8, 1)
})
