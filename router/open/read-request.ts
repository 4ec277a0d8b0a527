import type { IncomingMessage } from 'node:http'
import type { GraphQLRequest } from '../engine/operation.ts'

/** A request that is not GraphQL over HTTP. */
export class BadHttpRequest extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const bodyBytes = 1024 * 1024

/**
 * Reads a GraphQL request out of an HTTP one (GraphQL over HTTP specification).
 * @throws BadHttpRequest
 */
export async function readRequest(request: IncomingMessage): Promise<GraphQLRequest> {
  if (request.method === 'GET') {
    const parameters = new URL(request.url ?? '/', 'http://localhost').searchParams
    const variables = parameters.get('variables')
    return checked({
      query: parameters.get('query') ?? undefined,
      operationName: parameters.get('operationName'),
      variables: variables ? json(variables) : undefined,
    })
  }
  // any other type could be sent by a foreign page without being asked for first
  if (!request.headers['content-type']?.startsWith('application/json')) {
    throw new BadHttpRequest(415, 'The body must be application/json')
  }
  return checked(json(await bodyText(request)))
}

function bodyText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > bodyBytes) reject(new BadHttpRequest(413, `The body may have ${bodyBytes} bytes`))
      else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.once('error', reject)
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadHttpRequest(400, 'This is not JSON')
  }
}

function checked(body: unknown): GraphQLRequest {
  const { query, operationName, variables } = (body ?? {}) as Record<string, unknown>
  if (typeof query !== 'string') throw new BadHttpRequest(400, 'There is no query')
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw new BadHttpRequest(400, 'The operation name must be a string')
  }
  if (!isAbsent(variables) && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw new BadHttpRequest(400, 'The variables must be an object')
  }
  return {
    query,
    operationName: operationName ?? null,
    variables: (variables ?? null) as GraphQLRequest['variables'],
  }
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined
}
