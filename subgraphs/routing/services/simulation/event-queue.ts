/** What happens in simulated time, earliest first; of the same instant, in the order of adding. */
export interface EventQueue<T> {
  readonly size: number
  add(atMs: number, event: T): void
  /** The earliest one's instant; Infinity when there is none. */
  nextAtMs(): number
  take(): { atMs: number; event: T } | undefined
}

interface Entry<T> {
  atMs: number
  order: number
  event: T
}

/** A binary heap; adding and taking cost O(log n). */
export function createEventQueue<T>(): EventQueue<T> {
  const heap: Entry<T>[] = []
  let added = 0
  return {
    get size() {
      return heap.length
    },
    add(atMs, event) {
      added += 1
      const entry = { atMs, order: added, event }
      let hole = heap.length
      heap.push(entry)
      while (hole > 0) {
        const above = (hole - 1) >> 1
        const other = heap[above]
        if (!other || !before(entry, other)) break
        heap[hole] = other
        hole = above
      }
      heap[hole] = entry
    },
    nextAtMs: () => heap[0]?.atMs ?? Infinity,
    take() {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last) return undefined
      if (heap.length > 0) sink(heap, last)
      return { atMs: first.atMs, event: first.event }
    },
  }
}

/** Puts an entry where the first one was. */
function sink<T>(heap: Entry<T>[], entry: Entry<T>): void {
  let hole = 0
  for (;;) {
    let below = 2 * hole + 1
    const [left, right] = [heap[below], heap[below + 1]]
    if (!left) break
    let least = left
    if (right && before(right, left)) {
      below += 1
      least = right
    }
    if (!before(least, entry)) break
    heap[hole] = least
    hole = below
  }
  heap[hole] = entry
}

function before<T>(a: Entry<T>, b: Entry<T>): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)
}
