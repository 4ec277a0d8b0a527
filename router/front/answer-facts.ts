import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Viewer } from '#platform/identity/viewer.ts'
import type { RequestSpan } from '#platform/server/tracing.ts'
import type { GraphQLRequest, Operation } from '../engine/operation.ts'

/** What is known about one request when its answer has left: for its line in the log, and nothing in it is a person's. */
export interface AnswerFacts {
  span?: RequestSpan
  viewer?: Viewer
  operation?: Operation
  /** What was asked; of this only a hash is told. */
  asked?: GraphQLRequest
  /** The code of the first error. */
  code?: string | undefined
  subgraphRequests?: number
  /** By the estimate. */
  cost?: number
}

const key = Symbol('facts')

/** Gives requests a place for their facts: on themselves, because a weak map of all requests costs every collection. */
export function keepFacts(app: FastifyInstance): void {
  app.decorateRequest(key, undefined)
}

/** The facts of a request, to be added to. */
export function factsOf(request: FastifyRequest): AnswerFacts {
  const holder = request as FastifyRequest & { [key]?: AnswerFacts }
  return (holder[key] ??= {})
}

const hashes = new WeakMap<Operation, string>()

/** The beginning of an operation's document's SHA-256: equal documents can be found again, and read nowhere. */
export function operationHash(operation: Operation, { query }: GraphQLRequest): string {
  let hash = hashes.get(operation)
  if (!hash) {
    hash = createHash('sha256').update(query).digest('hex').slice(0, 16)
    hashes.set(operation, hash)
  }
  return hash
}

const codeInText = /"code":"([A-Z][A-Z0-9_]{0,60})"/

/** The code of the first error in an answer's text, if it has errors. */
export function firstCodeIn(text: string): string | undefined {
  if (!text.startsWith('{"errors"')) return undefined
  return codeInText.exec(text.length > 4_000 ? text.slice(0, 4_000) : text)?.[1] ?? 'UNKNOWN'
}
