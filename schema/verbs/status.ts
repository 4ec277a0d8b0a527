import { routerStatuses } from '../../router/supergraph/registry/router-statuses.ts'
import { versionHeads } from '../../router/supergraph/registry/supergraph-versions.ts'
import { refusalOf } from '../registry/await-routers.ts'
import { openRegistry } from '../registry/open-registry.ts'
import { table } from '../registry/table.ts'

/**
 * Prints the newest version and which router serves what.
 * @returns whether every running router serves the newest version
 */
export async function status(): Promise<boolean> {
  const registry = await openRegistry()
  try {
    const [newest] = await versionHeads(registry.db, 1)
    console.log(newest ? `Newest: version ${newest._id} (${newest.state})` : 'Nothing was published yet.')
    const routers = await routerStatuses(registry.db)
    if (routers.length === 0) {
      console.log('No router has reported. Routers follow the registry with SUPERGRAPH_SOURCE=registry.')
      return true
    }
    const rows = routers.map(({ host, pid, version, since, lastSeen, runs }) => [
      `${host} (process ${pid})`,
      version,
      since.toISOString(),
      lastSeen.toISOString(),
      runs ? 'runs' : 'gone',
    ])
    console.log(table([['ROUTER', 'VERSION', 'SINCE', 'LAST SEEN', ''], ...rows]))
    for (const router of routers) if (router.runs && router.refused) console.log(refusalOf(router))
    return routers.every(({ runs, version }) => !runs || version === String(newest?._id))
  } finally {
    await registry.close()
  }
}
