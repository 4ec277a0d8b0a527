import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Agent } from 'undici'
import { defineError } from '#platform/errors/define-error.ts'
import { notFound } from '#platform/errors/not-found.ts'

const maxBytes = 1024 * 1024
const timeoutMs = 10_000
const retryAfterSec = 5

/** The conversation subgraph cannot take the webhook now; providers repeat it. */
const hooksUnavailable = defineError<{ retryAfterSec: number }>(
  'HOOKS_UNAVAILABLE',
  503,
  () => 'Webhooks cannot be taken at the moment. Repeat it later.',
)

/** Of one hop only, of this host only, or by which somebody could pass for the router. */
const kept = (name: string) =>
  !/^(?:connection|keep-alive|te|trailer|transfer-encoding|upgrade|host|cookie|content-length|expect|accept-encoding)$/.test(
    name,
  ) && !/^(?:proxy-|sec-|x-throughline-identity$|x-forwarded-|forwarded$)/.test(name)

function forwarded(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value !== undefined && kept(name) ? [[name, value]] : [],
    ),
  )
}

/**
 * Forwards `/hooks/…` to the conversation subgraph: body byte by byte (providers sign it), query string, and all
 * headers that providers may sign or prove themselves by. The subgraph checks the signature.
 * @param conversationUrl gives the subgraph's GraphQL address, where there is one; hooks live beside it
 */
export async function hooksProxy(
  app: FastifyInstance,
  conversationUrl: () => string | undefined,
  log: Logger,
): Promise<void> {
  const agent = new Agent({
    connections: 64,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: 2_000 },
  })

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) =>
      done(null, body),
    )
    scope.addHook('onClose', () => agent.close())
    scope.route({
      method: ['GET', 'POST'],
      url: '/hooks/*',
      bodyLimit: maxBytes,
      handler: async (request, reply) => {
        const url = conversationUrl()
        if (!url) throw notFound({ kind: 'page', id: '/hooks' })
        let answer: Awaited<ReturnType<Agent['request']>>
        try {
          answer = await agent.request({
            origin: new URL(url).origin,
            path: request.url,
            method: request.method,
            headers: {
              ...forwarded(request.headers),
              'x-request-id': request.id,
              'x-forwarded-for': request.ip,
              'x-forwarded-host': request.host,
              'x-forwarded-proto': request.protocol,
            },
            body: (request.body as Buffer | undefined) ?? null,
          })
        } catch (err) {
          log.warn({ err, requestId: request.id }, 'a webhook could not be forwarded')
          throw hooksUnavailable({ retryAfterSec })
        }
        const contentType = answer.headers['content-type']
        if (contentType) reply.header('content-type', contentType)
        const wait = answer.headers['retry-after']
        if (wait) reply.header('retry-after', wait)
        return reply.code(answer.statusCode).send(answer.body)
      },
    })
  })
}
