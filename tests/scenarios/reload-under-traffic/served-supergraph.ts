import { until } from '#platform/testkit/until.ts'
import { hashOf } from '../../../router/supergraph/supergraph.ts'

/** What a router says to its admins about its supergraph. */
export interface ServedSupergraph {
  version: string
  sha256: string
  source: string
  since: string
  subgraphs: string[]
  refused: Array<{
    version: string
    sha256: string
    at: string
    problems: Array<{ code: string; message: string }>
  }>
}

/** Asks a router which supergraph it serves. */
export async function servedBy(url: string, admin: string): Promise<ServedSupergraph> {
  const response = await fetch(`${url}/admin/supergraph`, { headers: { authorization: `Bearer ${admin}` } })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as ServedSupergraph
}

/** Waits until a router serves a supergraph. */
export function serves(url: string, admin: string, sdl: string): Promise<ServedSupergraph> {
  const sha256 = hashOf(sdl)
  return until('the new supergraph', async () => {
    const served = await servedBy(url, admin)
    return served.sha256 === sha256 ? served : undefined
  })
}

/** Waits until a router has refused a supergraph, and gives the codes of its reasons. */
export function refuses(url: string, admin: string, sdl: string): Promise<string[]> {
  const sha256 = hashOf(sdl)
  return until('the refusal', async () => {
    const { refused } = await servedBy(url, admin)
    return refused[0]?.sha256 === sha256 ? refused[0].problems.map(({ code }) => code) : undefined
  })
}
