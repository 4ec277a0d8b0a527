import type { FastifyInstance } from 'fastify'
import type { Authenticate } from '../identity/authenticate.ts'
import { callerOf, staffWith } from '../identity/routes/caller-of.ts'
import type { CurrentGraph } from './current-graph.ts'
import type { Reloads } from './reloads.ts'

export interface SupergraphView {
  current: CurrentGraph
  reloads: Reloads
  /** Where new versions come from. */
  source: 'file' | 'registry'
}

/** `GET /admin/supergraph`: which supergraph this router serves since when, and what it has refused; for admins. */
export function supergraphRoutes(
  app: FastifyInstance,
  identity: { authenticate: Authenticate },
  { current, reloads, source }: SupergraphView,
): void {
  app.get('/admin/supergraph', async (request) => {
    staffWith(await callerOf(request, identity.authenticate), 'admin')
    const { version, sha256 } = current.graph.supergraph
    const subgraphs = Object.keys(current.graph.urls).sort()
    return { version, sha256, source, since: reloads.since, subgraphs, refused: reloads.refused }
  })
}
