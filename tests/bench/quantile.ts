/**
 * The value that a share of all values does not exceed (nearest rank); NaN of nothing.
 * @param sorted in ascending order
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
