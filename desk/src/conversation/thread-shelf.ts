import type { Graph } from '../graph/client.ts'
import { ThreadStore } from './thread-store.ts'

/** A thread that nobody holds is put away after this, in milliseconds: views come and go, and come back. */
const idleMs = 20_000

/**
 * The conversations this desk stays with: those in hand, so that their messages arrive while another one is
 * open, and the one that is open.
 */
export class ThreadShelf {
  readonly #graph: Graph
  readonly #held = new Map<
    string,
    { store: ThreadStore; holders: number; away?: ReturnType<typeof setTimeout> }
  >()

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** The conversation's thread; the same one for all who ask. */
  get(conversationId: string): ThreadStore {
    let entry = this.#held.get(conversationId)
    if (!entry) {
      entry = { store: new ThreadStore(this.#graph, conversationId), holders: 0 }
      this.#held.set(conversationId, entry)
      this.#putAway(conversationId)
    }
    return entry.store
  }

  /** Keeps the thread live until the returned function is called. */
  hold(conversationId: string): () => void {
    this.get(conversationId)
    const entry = this.#held.get(conversationId)
    if (entry) {
      entry.holders++
      clearTimeout(entry.away)
    }
    return () => {
      if (entry && --entry.holders === 0) this.#putAway(conversationId)
    }
  }

  /** Puts everything away. */
  close(): void {
    for (const { store, away } of this.#held.values()) {
      clearTimeout(away)
      store.close()
    }
    this.#held.clear()
  }

  #putAway(conversationId: string): void {
    const entry = this.#held.get(conversationId)
    if (!entry) return
    clearTimeout(entry.away)
    entry.away = setTimeout(() => {
      if (entry.holders > 0) return
      entry.store.close()
      this.#held.delete(conversationId)
    }, idleMs)
  }
}
