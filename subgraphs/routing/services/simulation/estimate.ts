/** A mean and how sure it is. */
export interface Estimate {
  mean: number
  /** With 95 % confidence the true mean is within this much of `mean`; Infinity of fewer than two samples. */
  halfWidth: number
}

/** Student's t for 95 %, two-sided, by degrees of freedom from 1. */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/**
 * The mean of independent samples with its confidence interval (Student's t): of replications with other seeds, or of
 * the means of long batches of one run. NaN of no samples.
 */
export function estimate(samples: readonly number[]): Estimate {
  const count = samples.length
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / count
  if (count < 2) return { mean, halfWidth: Infinity }
  const variance = samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0) / (count - 1)
  return { mean, halfWidth: studentT95(count - 1) * Math.sqrt(variance / count) }
}

/** Student's t for 95 %, two-sided; beyond the table it falls to the normal distribution's 1.96. */
export function studentT95(degreesOfFreedom: number): number {
  return studentT[degreesOfFreedom - 1] ?? 1.96 + 2.4 / degreesOfFreedom
}
