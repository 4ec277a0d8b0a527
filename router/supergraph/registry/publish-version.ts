import { defineError } from '#platform/errors/define-error.ts'
import { hasCode } from '#platform/errors/has-code.ts'
import { hashOf } from '../supergraph.ts'
import { type Registry, versionsChannel } from './registry.ts'
import { type SupergraphVersionRow, SupergraphVersions } from './supergraph-versions.ts'

/** Somebody published meanwhile: what was checked is no longer what it would replace. */
export const publishedMeanwhile = defineError<{ version: number }>(
  'SUPERGRAPH_PUBLISHED_MEANWHILE',
  409,
  ({ version }) => `Somebody has published version ${version} meanwhile. Look at it, and publish again.`,
)

export interface NewVersion {
  sdl: string
  author: string
  message: string
  /** The newest version that the publisher has seen and checked against; 0 for none. */
  after: number
  rolledBackTo?: number
}

/**
 * Adds a version behind the newest one and tells the routers. The number decides between two who publish at once: of
 * those who have seen the same newest version one adds the next.
 * @throws SUPERGRAPH_PUBLISHED_MEANWHILE
 */
export async function publishVersion(
  registry: Registry,
  version: NewVersion,
  at: Date,
): Promise<SupergraphVersionRow> {
  const { after, ...given } = version
  const row: SupergraphVersionRow = {
    ...given,
    _id: after + 1,
    sha256: hashOf(version.sdl),
    createdAt: at,
    state: 'PUBLISHED',
  }
  try {
    await SupergraphVersions(registry.db).create(row)
  } catch (error) {
    if (hasCode(error, 11_000)) throw publishedMeanwhile({ version: row._id })
    throw error
  }
  await registry.valkey.publish(versionsChannel(registry), String(row._id))
  return row
}
