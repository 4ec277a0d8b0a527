import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { CodedError } from '../errors/coded-error.ts'
import { internal } from '../errors/internal.ts'

/**
 * What a REST route answers when it throws: `{ error: { code, message, parameters } }`, with a coded error's own
 * status; Fastify's refusals (too large, no JSON) keep their status; anything else is logged and masked.
 */
export function answerRestErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    const { code, message, parameters, status } = coded(error) ?? masked(error, request.id, log)
    void reply.code(status).send({ error: { code, message, parameters } })
  })
  app.setNotFoundHandler((_request, reply) => {
    void reply
      .code(404)
      .send({ error: { code: 'NOT_FOUND', message: 'There is nothing here.', parameters: {} } })
  })
}

function coded(error: unknown): CodedError | undefined {
  if (error instanceof CodedError) return error
  if (!(error instanceof Error) || !('statusCode' in error) || !('code' in error)) return undefined
  const { statusCode, code } = error
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode >= 500) return undefined
  if (typeof code !== 'string' || !code.startsWith('FST_')) return undefined
  return new CodedError('BAD_USER_INPUT', statusCode, error.message)
}

function masked(err: unknown, requestId: string, log: Logger): CodedError {
  log.error({ err, requestId }, 'an unknown error was masked')
  return internal({ requestId })
}
