import type { Random } from './random.ts'

/** How long something takes. */
export type Distribution =
  | { kind: 'CONSTANT'; meanMs: number }
  /** Without memory, as Erlang's formulas assume. */
  | { kind: 'EXPONENTIAL'; meanMs: number }
  /** As handle times are found to be (Brown et al., "Statistical Analysis of a Telephone Call Center", 2005). */
  | { kind: 'LOGNORMAL'; meanMs: number; variation: number }

/** Draws a length of time. `variation` is the coefficient of variation: standard deviation by mean. */
export function drawMs(distribution: Distribution, random: Random): number {
  switch (distribution.kind) {
    case 'CONSTANT':
      return distribution.meanMs
    case 'EXPONENTIAL':
      return -Math.log(1 - random.next()) * distribution.meanMs
    case 'LOGNORMAL': {
      const variance = Math.log(1 + distribution.variation ** 2)
      return distribution.meanMs * Math.exp(normal(random) * Math.sqrt(variance) - variance / 2)
    }
  }
}

/** Box and Muller's transform. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
