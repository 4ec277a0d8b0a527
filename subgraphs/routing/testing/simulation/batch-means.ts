import { type Estimate, estimate } from '../../services/simulation/estimate.ts'

/** The mean of a long stationary run, sample by sample, and how sure it is although neighbours resemble each other. */
export interface BatchMeans {
  add(sample: number): void
  /** Of the full batches so far. */
  estimate(): Estimate
}

/**
 * Cuts a run into long batches, whose means are as good as independent (the method of batch means: Law, "Simulation
 * Modeling and Analysis", ch. 9).
 * @param batchSize samples in a batch; many times as long as what one contact does to those behind it
 * @param warmUp samples left out at the beginning, while the empty start still shows
 */
export function createBatchMeans(batchSize: number, warmUp: number): BatchMeans {
  const means: number[] = []
  let [seen, sum] = [0, 0]
  return {
    add(sample) {
      seen += 1
      if (seen <= warmUp) return
      sum += sample
      if ((seen - warmUp) % batchSize !== 0) return
      means.push(sum / batchSize)
      sum = 0
    },
    estimate: () => estimate(means),
  }
}
