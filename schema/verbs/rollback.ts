import { userInfo } from 'node:os'
import type { Connection } from 'mongoose'
import { publishVersion } from '../../router/supergraph/registry/publish-version.ts'
import {
  SupergraphVersions,
  type VersionHead,
  versionHeads,
  versionOf,
} from '../../router/supergraph/registry/supergraph-versions.ts'
import { apiChanges, changeLines } from '../api-changes.ts'
import { awaitRouters } from '../registry/await-routers.ts'
import { openRegistry } from '../registry/open-registry.ts'
import { CommandRefused } from '../registry/refused.ts'

export interface RollbackOptions {
  /** The version to bring back; the one that served before the newest when left out. */
  to?: string | undefined
  message?: string | undefined
  author?: string | undefined
}

/**
 * Brings an older version back, as a new one: history stays a line.
 * @returns whether every running router serves it
 * @throws CommandRefused when there is nothing to go back to
 */
export async function rollback(options: RollbackOptions): Promise<boolean> {
  const registry = await openRegistry()
  try {
    const [newest] = await versionHeads(registry.db, 1)
    if (!newest) throw new CommandRefused('Nothing was published yet.')
    const to =
      options.to === undefined
        ? await servedBefore(registry.db, newest)
        : versionNumber(options.to, newest._id)
    const target = await versionOf(registry.db, to)
    if (!target) throw new CommandRefused(`There is no version ${to}: see \`npm run schema -- history\`.`)
    if (target.sha256 === newest.sha256) {
      throw new CommandRefused(`Version ${newest._id}, the newest, is the same as version ${to}.`)
    }
    const current = await versionOf(registry.db, newest._id)
    const lines = current ? changeLines(apiChanges(current.sdl, target.sdl)) : []
    if (lines.length) console.log(`What clients see changes:\n${lines.join('\n')}`)
    const { _id } = await publishVersion(
      registry,
      {
        sdl: target.sdl,
        author: options.author ?? userInfo().username,
        message: options.message ?? `back to version ${to}`,
        after: newest._id,
        rolledBackTo: to,
      },
      new Date(),
    )
    console.log(`Version ${_id} brings version ${to} back.`)
    return await awaitRouters(registry, _id)
  } finally {
    await registry.close()
  }
}

function versionNumber(text: string, newest: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= newest) return number
  throw new CommandRefused(`--to is the number of a version from 1 to ${newest}, not "${text}".`)
}

/**
 * The version that served before the newest one. After a rollback that is not the version which was taken back, but
 * one before the version that was brought back: each further rollback leads further back.
 */
async function servedBefore(db: Connection, newest: VersionHead): Promise<number> {
  let place = newest
  while (place.rolledBackTo !== undefined) {
    const older = await SupergraphVersions(db).findById(place.rolledBackTo, { sdl: 0 }).lean<VersionHead>()
    if (!older) break
    place = older
  }
  const before = await SupergraphVersions(db)
    .findOne({ _id: { $lt: place._id }, state: 'SERVED', sha256: { $ne: newest.sha256 } }, { sdl: 0 })
    .sort({ _id: -1 })
    .lean<VersionHead>()
  if (before) return before._id
  throw new CommandRefused(
    `No version before ${place._id} was served by a router: name one by --to (see \`npm run schema -- history\`).`,
  )
}
