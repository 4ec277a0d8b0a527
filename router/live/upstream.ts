import type { Logger } from 'pino'
import { Wake } from '#platform/waiting/wake.ts'
import { SubscriptionRefused } from '../engine/errors.ts'
import type { SubgraphResponse } from '../engine/transport.ts'
import { topicUnavailable } from './errors.ts'
import { refusalBy } from './refusal-by.ts'
import { isHead, positionOf } from './live-place.ts'
import type { Position } from './live-message.ts'
import type { LiveEnd } from './live-sink.ts'
import type { Projection } from './projection.ts'

const firstPauseMs = 100
const longestPauseMs = 5_000
/** Away for longer than this, the clients are told instead of left waiting. */
const giveUpAfterMs = 60_000

export interface UpstreamOptions {
  kind: 'STATE' | 'EVENT'
  /** The topic's name, for the log. */
  topic: string
  /** Whether it can go on behind an event, or (states) anew: otherwise losing the subgraph loses what happens meanwhile. */
  resumable: boolean
  /** Subscribes at the subgraph; event topics behind the cursor, where there is one. */
  open(after: string | undefined): Promise<AsyncIterable<SubgraphResponse>>
  /** The cursor to begin behind. */
  after?: string | undefined
  log: Logger
  /** Told of every event that arrives. */
  onEvent(): void
  /** Called once, when it is over for whatever reason. */
  onEnd(): void
}

/**
 * One subscription at a subgraph, for any number of clients. When the subgraph is lost it subscribes again: state
 * topics begin with a fresh snapshot, event topics go on behind the last event that was handed on, so that nothing is
 * lost and (by sequence) nothing comes twice.
 */
export class Upstream {
  readonly #options: UpstreamOptions
  readonly #projections = new Map<string, Projection>()
  readonly #pause = new Wake()
  #iterator: AsyncIterator<SubgraphResponse> | undefined
  #latest: SubgraphResponse | undefined
  #spreading: Promise<void> | undefined
  #last: Position | undefined
  #over = false

  constructor(options: UpstreamOptions) {
    this.#options = options
  }

  get projections(): Projection[] {
    return [...this.#projections.values()]
  }

  /**
   * The projection of an operation; made when it is the first of its kind. It begins where the topic stands, with the
   * newest state where there is one.
   */
  projection(key: string, make: () => Projection): Projection {
    let projection = this.#projections.get(key)
    if (!projection) {
      projection = make()
      this.#projections.set(key, projection)
      if (this.#latest) void projection.deliver(this.#latest)
      if (this.#last) projection.begin(this.#last)
    }
    return projection
  }

  /** Takes a projection without clients out; with the last one the subscription ends. */
  release(key: string): void {
    this.#projections.delete(key)
    if (this.#projections.size === 0) this.#end()
  }

  /** Ends it and all of its clients. */
  close(how: LiveEnd = {}): void {
    this.#end(how)
  }

  /** Follows the subgraph until nobody is interested any more. Never rejects. */
  async run(): Promise<void> {
    const { log, topic, resumable } = this.#options
    let pauseMs = firstPauseMs
    let lostAt: number | undefined
    while (!this.#over) {
      try {
        const complete = await this.#follow(() => {
          pauseMs = firstPauseMs
          lostAt = undefined
        })
        if (complete) return this.#end()
      } catch (err) {
        if (this.#over) return
        if (err instanceof SubscriptionRefused) return this.#end({ errors: err.errors })
        lostAt ??= performance.now()
        log.warn({ err, topic }, 'a live topic was lost; subscribing again')
        const givenUp = performance.now() - lostAt > giveUpAfterMs
        if (!resumable || givenUp) return this.#end(refusalBy(topicUnavailable({ topic })))
      }
      if (this.#over) return
      await this.#pause.wait(pauseMs * (0.5 + Math.random() / 2))
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }

  /** @returns whether the subgraph itself ended it */
  async #follow(onEvent: () => void): Promise<boolean> {
    const source = await this.#options.open(this.#last?.cursor ?? this.#options.after)
    const iterator = source[Symbol.asyncIterator]()
    if (this.#over) {
      await iterator.return?.()
      return true
    }
    this.#iterator = iterator
    for (;;) {
      const { value, done } = await iterator.next()
      if (done || this.#over) return true
      onEvent()
      if (this.#options.kind === 'STATE') this.#replace(value)
      else await this.#handOn(value)
    }
  }

  /** States: the newest one wins while an older one is still being completed. */
  #replace(state: SubgraphResponse): void {
    this.#options.onEvent()
    this.#latest = state
    this.#spreading ??= this.#spreadStates().finally(() => {
      this.#spreading = undefined
    })
  }

  async #spreadStates(): Promise<void> {
    let spread: SubgraphResponse | undefined
    while (this.#latest && this.#latest !== spread && !this.#over) {
      spread = this.#latest
      await this.#spread(spread)
    }
  }

  /** Events: one after the other; meanwhile the transport holds a bounded number back. */
  async #handOn(event: SubgraphResponse): Promise<void> {
    const position = positionOf(event)
    const seen = this.#last?.sequence
    if (isHead(event)) {
      // Subscribed again later, nothing since this beginning is missed.
      if (!position || seen !== undefined) return
      this.#last = position
      for (const projection of this.projections) projection.begin(position)
      return
    }
    if (position && seen !== undefined) {
      if (position.sequence <= seen) return
      if (position.sequence > seen + 1)
        throw new Error(`events ${seen + 1} to ${position.sequence - 1} are missing`)
    }
    // Ahead of what is awaited below: a projection that is made meanwhile begins behind this event.
    if (position) this.#last = position
    this.#options.onEvent()
    await this.#spread(event)
  }

  async #spread(event: SubgraphResponse): Promise<void> {
    await Promise.all(this.projections.map((projection) => projection.deliver(event)))
  }

  #end(how: LiveEnd = {}): void {
    if (this.#over) return
    this.#over = true
    this.#options.onEnd()
    this.#pause.fire()
    for (const projection of this.projections) projection.end(how)
    this.#projections.clear()
    this.#iterator
      ?.return?.()
      ?.catch((err: unknown) => this.#options.log.warn({ err }, 'leaving a topic failed'))
  }
}
