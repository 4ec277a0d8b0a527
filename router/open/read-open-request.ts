import type { IncomingMessage } from 'node:http'
import type { GraphQLRequest } from '../engine/operation.ts'
import { methodNotAllowed } from '../graphql-http/errors.ts'
import { type AskedOperation, parseBody, readParameters, readRequest } from '../graphql-http/read-request.ts'
import { refuseBodyType } from '../graphql-http/refuse-body-type.ts'
import { refuseForeignRead } from '../graphql-http/refuse-foreign-read.ts'
import { bodyTooLarge, documentTextNeeded } from './errors.ts'
import { isLocalOrigin } from './is-local-origin.ts'

const maxBytes = 1024 * 1024

/**
 * Reads a GraphQL request out of an HTTP one.
 * @throws CodedError with the status to answer
 */
export async function readOpenRequest(request: IncomingMessage): Promise<GraphQLRequest> {
  const { query, operationName, variables } = await readAsked(request)
  if (query === undefined) throw documentTextNeeded()
  return { query, operationName, variables }
}

async function readAsked(request: IncomingMessage): Promise<AskedOperation> {
  switch (request.method) {
    case 'GET': {
      refuseForeignRead(request.headers, isLocalOrigin)
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
      return readParameters(Object.fromEntries(searchParams))
    }
    case 'POST':
      refuseBodyType(request.headers)
      return readRequest(parseBody(await bodyText(request)))
    default:
      throw methodNotAllowed()
  }
}

function bodyText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > maxBytes) reject(bodyTooLarge({ maxBytes }))
      else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.once('error', reject)
  })
}
