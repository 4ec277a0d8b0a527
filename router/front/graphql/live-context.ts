import { type IdentitySigner, identityHeader } from '#platform/identity/internal-identity.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import type { Tracing } from '#platform/server/tracing.ts'
import type { RequestContext } from '../../engine/transport.ts'
import { traceEvent } from './trace-event.ts'
import { subgraphContext } from './subgraph-context.ts'

/** The router itself: whose connections carry everybody's subscriptions. */
const ownName: Viewer = { kind: 'service', id: 'router' }

/**
 * What the subgraphs are told about a subscription and about what completes its events: the connection is the router's
 * own, and each subscription on it proves its viewer.
 */
export async function liveContext(
  signer: IdentitySigner,
  viewer: Viewer,
  tracing: Pick<Tracing, 'root'>,
): Promise<RequestContext> {
  const trace = traceEvent(tracing)
  const context = await subgraphContext(signer, viewer, { requestId: 'live', trace })
  return {
    ...context,
    connection: { name: 'router', headers: { [identityHeader]: await signer.sign(ownName) } },
  }
}
