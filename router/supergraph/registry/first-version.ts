import { CodedError } from '#platform/errors/coded-error.ts'
import type { Logger } from 'pino'
import { buildFirstGraph, type GraphParts } from '../build-graph.ts'
import type { Graph } from '../graph.ts'
import { SupergraphRefused } from '../problem.ts'
import type { RefusedSupergraph } from '../reloads.ts'
import type { Trial } from '../trial/trial.ts'
import { publishedMeanwhile, publishVersion } from './publish-version.ts'
import type { Registry } from './registry.ts'
import { markRefused, SupergraphVersions, versionHeads, versionOf } from './supergraph-versions.ts'

/** So many versions are looked at, newest first, for one that can be served. */
const mostTried = 20

export interface FirstVersionOptions {
  registry: Registry
  parts: GraphParts
  trial: Pick<Trial, 'run'>
  log: Logger
  now(): Date
}

/**
 * The graph of the newest version that can be served, for a router that starts. What no router has served yet is tried
 * first: a version that ends the planner's process must not end every router that starts.
 * @throws SupergraphRefused when there is none
 */
export async function firstGraphOf(
  options: FirstVersionOptions,
): Promise<{ graph: Graph; refused?: RefusedSupergraph | undefined }> {
  const { registry, parts, trial, log, now } = options
  let refused: RefusedSupergraph | undefined
  const heads = await versionHeads(registry.db, mostTried)
  for (const { _id, state } of heads) {
    const row = await versionOf(registry.db, _id)
    if (!row) continue
    const supergraph = { sdl: row.sdl, sha256: row.sha256, version: String(_id) }
    try {
      // with a single one there is nothing to fall back to, and nothing to protect
      if (state !== 'SERVED' && heads.length > 1) {
        const { problems } = await trial.run({ sdl: row.sdl, urls: parts.urls, operations: [] })
        if (problems.length) throw new SupergraphRefused(problems)
      }
      return { graph: await buildFirstGraph(supergraph, parts), refused }
    } catch (err) {
      if (!(err instanceof SupergraphRefused)) throw err
      log.error(
        { version: _id, problems: err.problems },
        'a supergraph was refused; an older one is looked for',
      )
      refused ??= { version: String(_id), sha256: row.sha256, at: now(), problems: err.problems }
      await markRefused(registry.db, _id, err.problems)
    }
  }
  throw new SupergraphRefused(refused?.problems ?? [])
}

/**
 * Publishes the supergraph that a release brought along, once: not when the registry has ever had the same, so that a
 * version which was rolled back stays so over restarts.
 * @param always whether it is published beside others; an empty registry gets its first version in any case
 */
export async function publishOwn(
  { registry, now }: Pick<FirstVersionOptions, 'registry' | 'now'>,
  own: { sdl: string; sha256: string },
  always: boolean,
): Promise<void> {
  const [newest] = await versionHeads(registry.db, 1)
  if (newest && (!always || (await SupergraphVersions(registry.db).exists({ sha256: own.sha256 })))) return
  const message = newest ? 'brought along by a release' : 'the first version'
  try {
    await publishVersion(
      registry,
      { sdl: own.sdl, author: 'router', message, after: newest?._id ?? 0 },
      now(),
    )
  } catch (error) {
    // another router that starts was quicker, with the same or with a newer one
    if (!(error instanceof CodedError) || error.code !== publishedMeanwhile({ version: 0 }).code) throw error
  }
}
