import { hostname } from 'node:os'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { newId } from '#platform/ids/new-id.ts'
import { Wake } from '#platform/waiting/wake.ts'
import type { CurrentGraph } from '../current-graph.ts'
import { saysNothing } from '../problem.ts'
import type { RefusedSupergraph, Reloads } from '../reloads.ts'
import { type Registry, versionsChannel } from './registry.ts'
import { forgetStatus, reportStatus } from './router-statuses.ts'
import { markRefused, markServed, versionHeads, versionOf } from './supergraph-versions.ts'

export interface FollowOptions {
  registry: Registry
  reloads: Reloads
  current: CurrentGraph
  log: Logger
  /** How often the registry is looked at, whatever is told. */
  everyMs: number
  startedAt: Date
  /** A version that was refused at the start. */
  refused?: RefusedSupergraph | undefined
}

/**
 * Takes each new version of the registry, and reports which one serves here. Told by Valkey, and looking itself every
 * few seconds: a message that is lost only delays.
 * @returns how to stop following
 */
export async function followRegistry(options: FollowOptions): Promise<() => Promise<void>> {
  const { registry, log, everyMs } = options
  const published = new Wake()
  const subscriber = await listen(registry, log, () => published.fire())
  const follower = new Follower(options)
  let closed = false
  let failing = false
  // a store that is away is away for many looks
  const failed = (err: unknown) => {
    if (!failing) log.warn({ err }, 'the supergraph registry does not answer; the graph serves on')
    failing = true
  }
  const follow = async () => {
    while (!closed) {
      await follower.look().then(() => (failing = false), failed)
      if (!closed) await published.wait(everyMs)
    }
  }
  const following = follow()
  // beside the looking: a router that is busy with a new version runs as well
  const reports = setInterval(() => void follower.report().catch(failed), everyMs)
  return async () => {
    closed = true
    published.fire()
    subscriber.disconnect()
    clearInterval(reports)
    await following
    await follower.leave()
  }
}

async function listen(registry: Registry, log: Logger, told: () => void): Promise<Redis> {
  const subscriber = registry.valkey.duplicate()
  subscriber.on('error', (err: Error) =>
    log.warn({ err }, 'the connection for supergraph versions has failed'),
  )
  subscriber.on('message', told)
  await subscriber.subscribe(versionsChannel(registry))
  return subscriber
}

class Follower {
  readonly #options: FollowOptions
  readonly #id = newId()
  #reported = false
  /** The newest version that was looked at, taken or not. */
  #seen: number
  #refused: RefusedSupergraph | undefined
  /** The version that this router has told the registry it serves. */
  #marked: string | undefined

  constructor(options: FollowOptions) {
    this.#options = options
    this.#refused = options.refused
    this.#seen = Number(options.refused?.version ?? options.current.graph.supergraph.version)
  }

  async look(): Promise<void> {
    const { registry } = this.#options
    const [newest] = await versionHeads(registry.db, 1)
    if (newest && newest._id !== this.#seen) await this.#take(newest._id)
    else if (this.#reported) return
    await this.report()
  }

  async leave(): Promise<void> {
    const { registry, log } = this.#options
    await forgetStatus(registry.db, this.#id).catch((err: unknown) =>
      log.warn({ err }, 'the registry could not be told that this router ends'),
    )
  }

  async #take(number: number): Promise<void> {
    const { registry, reloads } = this.#options
    const version = await versionOf(registry.db, number)
    if (!version) return
    const { sdl, sha256 } = version
    const reload = await reloads.offer({ sdl, sha256, version: String(number) })
    const refused = reload.outcome === 'refused' ? reload.problems : undefined
    this.#refused = refused && reloads.refused[0]
    if (refused) await markRefused(registry.db, number, refused)
    if (!refused || !saysNothing(refused)) this.#seen = number
  }

  /** Says what is served here. */
  async report(): Promise<void> {
    const { registry, reloads, current, everyMs, startedAt } = this.#options
    const { version, sha256 } = current.graph.supergraph
    if (this.#marked !== version) {
      await markServed(registry.db, Number(version))
      this.#marked = version
    }
    await reportStatus(registry.db, {
      _id: this.#id,
      host: hostname(),
      pid: process.pid,
      startedAt,
      version,
      sha256,
      since: reloads.since,
      refused: this.#refused ?? null,
      everyMs,
    })
    this.#reported = true
  }
}
