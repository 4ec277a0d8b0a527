import { setTimeout as wait } from 'node:timers/promises'
import { type RouterStatusRow, routerStatuses } from '../../router/supergraph/registry/router-statuses.ts'
import type { Registry } from '../../router/supergraph/registry/registry.ts'

const lookEveryMs = 200
const longestWaitMs = 60_000

/**
 * Waits until every running router serves a version or has refused it, a minute at most, and prints how it went.
 * @returns whether all of them serve it
 */
export async function awaitRouters(registry: Registry, version: number): Promise<boolean> {
  const wanted = String(version)
  const endsAt = Date.now() + longestWaitMs
  for (;;) {
    const running = (await routerStatuses(registry.db)).filter(({ runs }) => runs)
    if (running.length === 0) {
      console.log('No router follows the registry at the moment; the next one that starts takes it.')
      return true
    }
    const refused = running.filter((router) => router.refused?.version === wanted)
    const serving = running.filter((router) => router.version === wanted)
    const newer = running.filter((router) => Number(router.version) > version)
    if (refused.length + serving.length + newer.length === running.length || Date.now() > endsAt) {
      console.log(`${serving.length} of ${running.length} routers serve version ${version}.`)
      for (const router of refused) console.log(refusalOf(router))
      return serving.length === running.length
    }
    await wait(lookEveryMs)
  }
}

/** What a router could not take, and why. */
export function refusalOf({ host, pid, version, refused }: RouterStatusRow): string {
  const reasons = refused?.problems.map(({ code, message }) => `    ${code}: ${message}`) ?? []
  const line = `  ${host} (process ${pid}) refused version ${refused?.version} and serves ${version}:`
  return [line, ...reasons].join('\n')
}
