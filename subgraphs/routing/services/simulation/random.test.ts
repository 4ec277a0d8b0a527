import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const draw = (seed: number, stream: string, count: number) => {
  const random = createRandom(seed, stream)
  return Array.from({ length: count }, () => random.next())
}

test('equal seeds give equal numbers; other seeds and other streams give others', () => {
  const numbers = draw(1, 'arrivals', 50)
  expect(draw(1, 'arrivals', 50)).toEqual(numbers)
  for (const others of [draw(2, 'arrivals', 50), draw(1, 'handle', 50), draw(1, 'arrivalt', 50)]) {
    expect(others.filter((number) => numbers.includes(number))).toEqual([])
  }
})

test('the numbers are spread evenly, and say nothing of the next or of a neighbouring stream', () => {
  const [numbers, others] = [draw(7, 'a', 100_000), draw(8, 'a', 100_000)]
  const tenths = Array.from({ length: 10 }, (_, n) => numbers.filter((x) => Math.floor(x * 10) === n).length)
  // Pearson's statistic with nine degrees of freedom passes 27.9 once in a thousand.
  expect(tenths.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9)
  const correlation = (xs: number[], ys: number[]) =>
    xs.reduce((sum, x, n) => sum + (x - 0.5) * ((ys[n] ?? 0.5) - 0.5), 0) / xs.length / (1 / 12)
  expect(Math.abs(correlation(numbers, numbers.slice(1)))).toBeLessThan(0.011)
  expect(Math.abs(correlation(numbers, others))).toBeLessThan(0.011)
  expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true)
})
