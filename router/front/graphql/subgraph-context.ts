import { type IdentitySigner, identityHeader } from '#platform/identity/internal-identity.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { viewerName } from '#platform/identity/viewer-name.ts'
import type { CancelSignal } from '../../engine/cancelation.ts'
import type { FetchTrace, RequestContext } from '../../engine/transport.ts'
import type { ForwardedHeaders } from '../../traffic/header-rules.ts'
import type { AnswerFacts } from '../answer-facts.ts'
import type { OperationTrace } from './trace-operation.ts'
import { accessOf } from './viewer-rights.ts'

/** One request's marks, which appear in the logs and traces of every part that it passes. */
export interface RequestMarks {
  requestId: string
  /** Where the client is, as far as our proxies tell. */
  address?: string
  traceparent?: string | undefined
  /** Aborted when nobody waits for the answer any more. */
  signal?: CancelSignal | AbortSignal | undefined
  /** The client's headers that a deployment passes on. */
  forwarded?: ForwardedHeaders | undefined
  trace?: OperationTrace | undefined
  /** Told what is found out about the operation. */
  facts?: AnswerFacts
}

/** What the subgraphs are told: who asks, proved by our signature, and under which marks. */
export async function subgraphContext(
  signer: IdentitySigner,
  viewer: Viewer,
  {
    requestId,
    traceparent,
    forwarded,
    trace,
  }: Omit<RequestMarks, 'trace'> & { trace?: FetchTrace | undefined },
  signal?: CancelSignal,
): Promise<RequestContext> {
  const headers: Record<string, string> = {
    [identityHeader]: await signer.sign(viewer),
    'x-request-id': requestId,
  }
  if (traceparent) headers.traceparent = traceparent
  const rights = viewerName(viewer)
  return {
    headers,
    // What a client's own headers change must not be shared with others.
    dedupeKey: forwarded ? `${rights} ${forwarded.key}` : rights,
    access: accessOf(viewer),
    requests: 0,
    ...(signal ? { signal } : {}),
    ...(trace ? { trace } : {}),
    ...(forwarded ? { headersFor: (service: string) => forwarded.for(service, headers) } : {}),
  }
}
