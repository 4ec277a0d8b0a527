/** Chance that is the same in each run. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from 0 to below a limit. */
  below(limit: number): number
}

/** Mulberry32, a small generator with 32 bits of state: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createChance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { next, below: (limit) => Math.floor(next() * limit) }
}
