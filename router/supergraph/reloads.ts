import type { Logger } from 'pino'
import { buildGraph, type GraphParts } from './build-graph.ts'
import type { CurrentGraph } from './current-graph.ts'
import type { Graph } from './graph.ts'
import { plannerRefused, type SupergraphProblem } from './problem.ts'
import { Slices } from './slices.ts'
import type { Supergraph } from './supergraph.ts'
import type { Trial } from './trial/trial.ts'
import type { LostOperation } from './trial/trial-report.ts'
import { warmUp } from './warm-up.ts'

/** Operations prepared ahead of a swap. */
const mostWarmed = 200
const keptRefusals = 20

export interface ReloadsOptions {
  current: CurrentGraph
  parts: GraphParts
  trial: Pick<Trial, 'run'>
  log: Logger
  now(): Date
  /** Told of each supergraph that was offered and is not the one that serves. */
  onReload?(reload: Reload): void
}

/** What became of a supergraph that was offered. */
export type Reload =
  | { outcome: 'unchanged' }
  | {
      outcome: 'swapped'
      seconds: number
      longestBlockMs: number
      warmed: number
      lost: readonly LostOperation[]
    }
  | { outcome: 'refused'; seconds: number; problems: readonly SupergraphProblem[] }

/** A supergraph that was not taken. */
export interface RefusedSupergraph {
  version: string
  sha256: string
  at: Date
  problems: readonly SupergraphProblem[]
}

/**
 * Takes new supergraphs, one after the other: tried in another process, built between requests, its operations
 * prepared, and only then swapped. One that is refused changes nothing.
 */
export class Reloads {
  readonly #options: ReloadsOptions
  readonly #refused: RefusedSupergraph[] = []
  #last: Promise<unknown> = Promise.resolve()
  #since: Date

  constructor(options: ReloadsOptions) {
    this.#options = options
    this.#since = options.now()
  }

  /** When the graph that serves now began to. */
  get since(): Date {
    return this.#since
  }

  /** What was refused lately, newest first. */
  get refused(): readonly RefusedSupergraph[] {
    return this.#refused
  }

  /** Offers a supergraph. Never rejects. */
  offer(supergraph: Supergraph): Promise<Reload> {
    const reload = this.#last.then(() => this.#take(supergraph))
    this.#last = reload
    return reload
  }

  async #take(supergraph: Supergraph): Promise<Reload> {
    const { current } = this.#options
    const { graph } = current
    if (supergraph.sha256 === graph.supergraph.sha256) {
      // the same under another number, as after taking a version back
      if (supergraph.version !== graph.supergraph.version) current.renumber(supergraph)
      return { outcome: 'unchanged' }
    }
    const start = performance.now()
    const seconds = () => (performance.now() - start) / 1000
    const reload = await this.#tryAndSwap(supergraph, seconds).catch(
      (error: unknown): Reload => ({
        outcome: 'refused',
        seconds: seconds(),
        problems: [plannerRefused(error)],
      }),
    )
    this.#tell(supergraph, reload)
    return reload
  }

  async #tryAndSwap(supergraph: Supergraph, seconds: () => number): Promise<Reload> {
    const { current, parts, trial, now } = this.#options
    const operations = current.graph.engine.recentOperations(mostWarmed)
    const { problems, lost } = await trial.run({ sdl: supergraph.sdl, urls: parts.urls, operations })
    if (problems.length) return { outcome: 'refused', seconds: seconds(), problems }
    const slices = new Slices()
    const turn = () => slices.turn()
    const next: Graph = await buildGraph(supergraph, parts, turn)
    const warmed = await warmUp(next.engine, operations, turn)
    await current.swap(next)
    this.#since = now()
    return { outcome: 'swapped', seconds: seconds(), longestBlockMs: slices.longestMs, warmed, lost }
  }

  #tell(supergraph: Supergraph, reload: Reload): void {
    const { log, now, onReload } = this.#options
    const { version, sha256 } = supergraph
    if (reload.outcome === 'swapped') {
      const { seconds, longestBlockMs, warmed, lost } = reload
      log.info({ version, sha256, seconds, longestBlockMs, warmed }, 'a new supergraph serves')
      if (lost.length)
        log.warn({ version, lost: lost.length, operations: lost.slice(0, 20) }, 'operations are lost')
    } else if (reload.outcome === 'refused') {
      const { problems } = reload
      log.error({ version, sha256, problems }, 'a supergraph was refused; the one before serves on')
      this.#refused.unshift({ version, sha256, at: now(), problems })
      this.#refused.splice(keptRefusals)
    }
    onReload?.(reload)
  }
}
