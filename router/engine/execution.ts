import { stopped } from './cancelation.ts'
import type { ResponseError } from './errors.ts'
import type { JsonObject } from './json.ts'
import type { RequestContext, SubgraphResponse, Transport } from './transport.ts'

/** The state of one request (or one event of a subscription) while its plan runs. */
export interface Execution {
  /** What the subgraphs answered so far, merged. */
  data: JsonObject | undefined
  readonly errors: ResponseError[]
  /** The operation's variables, coerced, defaults filled in. */
  readonly variables: JsonObject
  readonly context: RequestContext
  readonly transport: Transport
}

/** One compiled node of a plan. What it finds goes into the execution; it rejects only on defects and cancelation. */
export type Step = (execution: Execution) => Promise<void> | undefined

/**
 * Sends one subgraph request of an execution.
 * @throws RequestCanceled when the client is gone, SubgraphError when the operation has used up its time
 */
export function send(
  execution: Execution,
  service: string,
  body: string,
  read: boolean,
): Promise<SubgraphResponse> {
  const { context } = execution
  if (context.signal?.aborted) return Promise.reject(stopped(context.signal, service))
  context.requests++
  return execution.transport.fetch(service, body, context, read)
}
