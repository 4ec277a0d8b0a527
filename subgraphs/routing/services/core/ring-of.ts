import type { Ring } from './queue-state.ts'

/** By how much rings move an item forward at most, in sum: as far as the highest priority, so that nobody starves. */
export const maxAdvanceMs = 300_000

/** The ring that an item has reached after waiting for so long. */
export function ringOf(rings: readonly Ring[], waitedMs: number): number {
  let ring = 0
  while (ring + 1 < rings.length && (rings[ring + 1]?.relaxAfterMs ?? 0) <= waitedMs) ring++
  return ring
}

/** By how much an item that has reached a ring goes ahead of its own order. */
export function advanceMsOf(rings: readonly Ring[], ring: number): number {
  let sum = 0
  for (let index = 0; index <= ring; index++) sum += Math.max(0, rings[index]?.advanceMs ?? 0)
  return Math.min(sum, maxAdvanceMs)
}
