/**
 * The percentile by nearest rank: the smallest value that at least this share of all values does not exceed. It is
 * always one of the values, and needs no interpolation.
 * @param sorted ascending
 * @param share above 0, at most 1: 0.9 for the 90th percentile
 * @returns null without values
 */
export function nearestRank(sorted: ArrayLike<number>, share: number): number | null {
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? null
}
