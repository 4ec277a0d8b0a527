/** The upper bounds of latency buckets, in seconds. */
export const secondsBuckets = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const

/**
 * One series of a histogram, counted where it happens: no labels to look up, some nanoseconds each. A
 * `SeriesHistogram` shows it.
 */
export class Bucketed {
  readonly bounds: readonly number[]
  /** For each bound what was at most that and above the one before; the last one for all beyond. */
  readonly counts: Float64Array
  sum = 0

  constructor(bounds: readonly number[] = secondsBuckets) {
    this.bounds = bounds
    this.counts = new Float64Array(bounds.length + 1)
  }

  observe(value: number): void {
    let at = 0
    const { bounds, counts } = this
    while (at < bounds.length && value > (bounds[at] as number)) at++
    counts[at] = (counts[at] as number) + 1
    this.sum += value
  }

  get count(): number {
    return this.counts.reduce((all, count) => all + count, 0)
  }
}
