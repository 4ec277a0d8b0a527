import { versionHeads } from '../../router/supergraph/registry/supergraph-versions.ts'
import { openRegistry } from '../registry/open-registry.ts'
import { table } from '../registry/table.ts'

const shown = 30

/** Prints the newest versions, newest first. */
export async function history(): Promise<boolean> {
  const registry = await openRegistry()
  try {
    const heads = await versionHeads(registry.db, shown)
    if (heads.length === 0) {
      console.log('Nothing was published yet.')
      return true
    }
    const rows = heads.map(({ _id, state, createdAt, author, sha256, message }) => [
      String(_id),
      state,
      createdAt.toISOString(),
      sha256.slice(0, 12),
      author,
      message.split('\n')[0] ?? '',
    ])
    console.log(table([['VERSION', 'STATE', 'PUBLISHED', 'SHA-256', 'BY', 'MESSAGE'], ...rows]))
    return true
  } finally {
    await registry.close()
  }
}
