import type { PartSpan, RequestSpan } from '#platform/server/tracing.ts'
import type { Operation } from '../../engine/operation.ts'
import type { FetchTrace } from '../../engine/transport.ts'

/** Follows one operation in its request's trace: itself, its planning, each of its fetches. */
export interface OperationTrace extends FetchTrace {
  /** @param planned when its planning began, where it had to be planned */
  prepared(operation: Operation | undefined, planned: Date | undefined): void
  end(failed: boolean): void
}

/** @returns nothing when nothing is traced */
export function traceOperation(request: Pick<RequestSpan, 'part'> | undefined): OperationTrace | undefined {
  const span = request?.part('graphql')
  return span && within(span)
}

/** Never the document, its literals or its variables: only what it is called and what kind it is. */
export function within(span: PartSpan): OperationTrace {
  return {
    prepared(operation, planned) {
      if (operation) {
        span.set({
          'graphql.operation.type': operation.type,
          ...(operation.name === undefined ? {} : { 'graphql.operation.name': operation.name.slice(0, 100) }),
        })
      }
      if (planned) span.part('plan', { beganAt: planned }).end(!operation)
    },
    fetch(service) {
      const fetch = span.part('fetch', { call: true, attributes: { 'throughline.subgraph': service } })
      return { traceparent: fetch.traceparent, end: (failed) => fetch.end(failed) }
    },
    end: (failed) => span.end(failed),
  }
}
