import { type IdentitySigner, identityHeader } from '#platform/identity/internal-identity.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import type { RequestContext } from '../../engine/transport.ts'
import { accessOf } from './viewer-rights.ts'

/** One request's marks, which appear in the logs and traces of every part that it passes. */
export interface RequestMarks {
  requestId: string
  traceparent?: string | undefined
  signal?: AbortSignal | undefined
  /** Told how many subgraph requests an operation took, and what it cost by the estimate. */
  countRequests?: (count: number, cost: number) => void
}

/** What the subgraphs are told: who asks, proved by our signature, and under which marks. */
export async function subgraphContext(
  signer: IdentitySigner,
  viewer: Viewer,
  { requestId, traceparent, signal }: RequestMarks,
): Promise<RequestContext> {
  const headers: Record<string, string> = {
    [identityHeader]: await signer.sign(viewer),
    'x-request-id': requestId,
  }
  if (traceparent) headers.traceparent = traceparent
  return {
    headers,
    dedupeKey: JSON.stringify(viewer),
    access: accessOf(viewer),
    ...(signal ? { signal } : {}),
    requests: 0,
  }
}
