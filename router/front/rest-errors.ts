import type { FastifyError, FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { CodedError } from '#platform/errors/coded-error.ts'
import { internal } from '#platform/errors/internal.ts'
import { notFound } from '#platform/errors/not-found.ts'
import { factsOf } from './answer-facts.ts'

/**
 * A refusal as clients may see it. What is not a CodedError is masked, and logged under the request's id.
 */
export function toCodedError(error: unknown, requestId: string, log: Logger): CodedError {
  if (error instanceof CodedError) return error
  const { statusCode, code, message } = error as Partial<FastifyError>
  // Fastify's own refusals: a body too large, of a wrong type, or not JSON.
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return new CodedError(
      codes[statusCode] ?? code ?? 'BAD_USER_INPUT',
      statusCode,
      message ?? 'The request is not readable.',
    )
  }
  log.error({ err: error, requestId }, 'a request has failed')
  return internal({ requestId })
}

const codes: Record<number, string> = {
  400: 'BAD_USER_INPUT',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
}

/** Makes every REST refusal `{ error, requestId }` with its status. */
export function restErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler(async (error, request, reply) => {
    const { code, message, parameters, status } = toCodedError(error, request.id, log)
    factsOf(request).code = code
    const { retryAfterSec } = parameters
    if (typeof retryAfterSec === 'number') reply.header('retry-after', retryAfterSec)
    return reply.code(status).send({ error: { code, message, parameters }, requestId: request.id })
  })
  app.setNotFoundHandler(async (request, reply) => {
    const { code, message, parameters } = notFound({ kind: 'page', id: request.url.split('?')[0] ?? '' })
    return reply.code(404).send({ error: { code, message, parameters }, requestId: request.id })
  })
}
