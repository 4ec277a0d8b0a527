import type { Logger } from 'pino'
import type { Graph } from './graph.ts'
import type { Supergraph } from './supergraph.ts'

/** Told of a swap, with the graph that is now the current one. */
export type SwapListener = (next: Graph, previous: Graph) => void | Promise<void>

/**
 * The graph that requests begin on, and the one place where it is swapped. Read `graph` once for each request and keep
 * it: two reads may give two graphs.
 */
export class CurrentGraph {
  readonly #log: Logger
  readonly #listeners = new Set<SwapListener>()
  #graph: Graph

  constructor(first: Graph, log: Logger) {
    this.#graph = first
    this.#log = log
  }

  get graph(): Graph {
    return this.#graph
  }

  /**
   * Calls back at each swap, in the same tick: no request begins on the new graph before every listener was called.
   * What a listener fails at is logged, and ends neither the swap nor the other listeners.
   * @returns how to stop listening
   */
  onSwap(listener: SwapListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Makes a graph the current one, at once.
   * @returns when every listener is done, the graph that it followed
   */
  async swap(next: Graph): Promise<Graph> {
    const previous = this.#graph
    this.#graph = next
    await Promise.all([...this.#listeners].map((listener) => this.#tell(listener, next, previous)))
    previous.transport.release()
    return previous
  }

  /** Gives the current graph another version: an equal supergraph was published again. */
  renumber(supergraph: Supergraph): void {
    this.#graph = { ...this.#graph, supergraph }
  }

  async #tell(listener: SwapListener, next: Graph, previous: Graph): Promise<void> {
    try {
      await listener(next, previous)
    } catch (err) {
      this.#log.error({ err, version: next.supergraph.version }, 'a part did not follow a swapped supergraph')
    }
  }
}
