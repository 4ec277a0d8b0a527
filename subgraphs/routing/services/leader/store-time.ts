/**
 * The store's clock as this process last heard it, carried on by the machine's monotonic clock: it never goes back, and
 * a machine whose own clock is set does not matter.
 */
export interface StoreTime {
  /** @param askedAt `performance.now()` before the question was sent; the answer's half way counts as its instant */
  learn(storeMs: number, askedAt: number): void
  nowMs(): number
}

export function createStoreTime(): StoreTime {
  let offset = 0
  let latest = 0
  return {
    learn(storeMs, askedAt) {
      offset = storeMs - (askedAt + performance.now()) / 2
    },
    nowMs() {
      latest = Math.max(latest, Math.floor(performance.now() + offset))
      return latest
    },
  }
}
