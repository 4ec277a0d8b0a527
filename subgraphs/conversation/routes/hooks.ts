import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ConversationService } from '../context.ts'
import { createAcceptWebhook } from '../services/intake/accept-webhook.ts'
import { answerChallenge } from '../services/intake/answer-challenge.ts'

const maxBodyBytes = 1_048_576

const params = z.object({ channel: z.string().max(60), account: z.string().max(60) })
const query = z.record(z.string(), z.string()).catch({})

/** Where providers call us. Their signature is the proof, so these routes need no internal identity. */
export function hooks(app: FastifyInstance, ctx: ConversationService): void {
  const accept = createAcceptWebhook(ctx)
  // Signatures are over the bytes as they came: nothing may parse them before.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_request, body, done) => {
    done(null, body)
  })

  app.post('/hooks/:channel/:account', { bodyLimit: maxBodyBytes }, async (request, reply) => {
    const { channel, account } = params.parse(request.params)
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const acceptance = await accept(channel, account, { rawBody, ...seen(ctx, request) })
    if (acceptance === 'unknown account') return reply.code(404).send()
    if (acceptance === 'wrong signature') return reply.code(401).send()
    if (typeof acceptance === 'object') {
      return reply.code(503).header('retry-after', String(acceptance.comeAgainSec)).send()
    }
    return reply.code(200).send()
  })

  app.get('/hooks/:channel/:account', async (request, reply) => {
    const { channel, account } = params.parse(request.params)
    const answer = answerChallenge(ctx, channel, account, seen(ctx, request))
    if (answer === 'unknown account') return reply.code(404).send()
    if (answer === 'refused') return reply.code(403).send()
    return reply.code(200).type('text/plain').send(answer.text)
  })
}

function seen(ctx: ConversationService, request: FastifyRequest) {
  return { headers: request.headers, query: query.parse(request.query), now: ctx.now() }
}
