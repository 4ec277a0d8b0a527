/** What may wait for one connection of a client that does not read. */
export interface Bounds {
  /** Messages of one subscription. */
  events: number
  /** Characters of JSON text of all its subscriptions. */
  size: number
}

/** Bounds unless told otherwise. */
export const usualBounds: Bounds = { events: 1_000, size: 1_000_000 }
