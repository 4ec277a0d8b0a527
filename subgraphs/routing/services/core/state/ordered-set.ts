const fullChunk = 128
const smallChunk = 16

/**
 * A set in order: sorted chunks in a sorted directory. Adding and removing search twice by halves and shift one chunk;
 * with half a million members that is some twenty comparisons. Members must not change what they are ordered by while
 * they are in it, and no two may be equal in the order.
 */
export class OrderedSet<T> {
  readonly #compare: (a: T, b: T) => number
  #chunks: T[][] = []
  #size = 0

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  get size(): number {
    return this.#size
  }

  first(): T | undefined {
    return this.#chunks[0]?.[0]
  }

  last(): T | undefined {
    return this.#chunks.at(-1)?.at(-1)
  }

  add(member: T): void {
    const at = Math.min(this.#chunkOf(member), this.#chunks.length - 1)
    const chunk = this.#chunks[at]
    this.#size++
    if (!chunk) {
      this.#chunks.push([member])
      return
    }
    chunk.splice(this.#indexIn(chunk, member), 0, member)
    if (chunk.length > fullChunk) this.#chunks.splice(at + 1, 0, chunk.splice(fullChunk >> 1))
  }

  /** Whether it was there. */
  delete(member: T): boolean {
    const at = this.#chunkOf(member)
    const chunk = this.#chunks[at]
    if (!chunk) return false
    const index = this.#indexIn(chunk, member)
    if (chunk[index] !== member) return false
    chunk.splice(index, 1)
    this.#size--
    if (chunk.length < smallChunk) this.#merge(at)
    return true
  }

  /** The first member for which this holds; it must hold for all that follow. */
  firstWhere(holds: (member: T) => boolean): T | undefined {
    const at = lowest(this.#chunks.length, (index) => holds(this.#chunks[index]?.at(-1) as T))
    const chunk = this.#chunks[at]
    return chunk?.[lowest(chunk.length, (index) => holds(chunk[index] as T))]
  }

  /** How many members come before the first for which this holds; it must hold for all that follow. */
  countUntil(holds: (member: T) => boolean): number {
    const at = lowest(this.#chunks.length, (index) => holds(this.#chunks[index]?.at(-1) as T))
    const chunk = this.#chunks[at]
    let count = chunk ? lowest(chunk.length, (index) => holds(chunk[index] as T)) : 0
    for (let index = 0; index < at; index++) count += this.#chunks[index]?.length ?? 0
    return count
  }

  /** Goes through the members in order until one is enough. */
  visit(isEnough: (member: T) => boolean): void {
    for (const chunk of this.#chunks) {
      for (const member of chunk) if (isEnough(member)) return
    }
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.#chunks) yield* chunk
  }

  /** The first chunk whose last member is not before this one. */
  #chunkOf(member: T): number {
    const chunks = this.#chunks
    let low = 0
    let high = chunks.length
    while (low < high) {
      const middle = (low + high) >> 1
      const chunk = chunks[middle] as T[]
      if (this.#compare(chunk[chunk.length - 1] as T, member) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #indexIn(chunk: readonly T[], member: T): number {
    let low = 0
    let high = chunk.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(chunk[middle] as T, member) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** A chunk that shrank goes into a neighbour that has room, so that the directory stays short. */
  #merge(at: number): void {
    const chunk = this.#chunks[at] as T[]
    if (chunk.length === 0) {
      this.#chunks.splice(at, 1)
      return
    }
    const left = this.#chunks[at - 1]
    if (!left || left.length + chunk.length > fullChunk >> 1) return
    left.push(...chunk)
    this.#chunks.splice(at, 1)
  }
}

/** The lowest index from 0 for which a condition holds that holds for all that follow; the length when for none. */
function lowest(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
