import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { publishVersion } from '../../router/supergraph/registry/publish-version.ts'
import { versionHeads, versionOf } from '../../router/supergraph/registry/supergraph-versions.ts'
import { hashOf } from '../../router/supergraph/supergraph.ts'
import { compose } from '../compose.ts'
import { awaitRouters } from '../registry/await-routers.ts'
import { checkBefore } from '../registry/check-before.ts'
import { openRegistry } from '../registry/open-registry.ts'

export interface PublishOptions {
  /** A composed supergraph; the subgraphs of supergraph.yaml are composed when left out. */
  file?: string | undefined
  message?: string | undefined
  author?: string | undefined
  'allow-breaking'?: boolean | undefined
}

/**
 * Checks a supergraph, publishes it as the next version, and waits for the routers.
 * @returns whether every running router serves it
 * @throws CommandRefused, or Error when it cannot be composed or somebody published meanwhile
 */
export async function publish(options: PublishOptions): Promise<boolean> {
  const sdl = options.file === undefined ? compose() : readFileSync(options.file, 'utf8')
  const registry = await openRegistry()
  try {
    const [newest] = await versionHeads(registry.db, 1)
    if (newest?.sha256 === hashOf(sdl)) {
      console.log(`Version ${newest._id} is this supergraph already.`)
      return await awaitRouters(registry, newest._id)
    }
    const before = newest && (await versionOf(registry.db, newest._id))
    await checkBefore(sdl, before?.sdl, options['allow-breaking'] === true)
    const { _id } = await publishVersion(
      registry,
      {
        sdl,
        author: options.author ?? userInfo().username,
        message: options.message ?? '',
        after: newest?._id ?? 0,
      },
      new Date(),
    )
    console.log(`Published version ${_id}.`)
    return await awaitRouters(registry, _id)
  } finally {
    await registry.close()
  }
}
