import fastifyStatic from '@fastify/static'
import { getDistDirectory, renderAltair, renderInitialOptions } from 'altair-static'
import type { FastifyInstance } from 'fastify'
import { pageHeaders } from './content-security.ts'

const options = {
  endpointURL: '/graphql',
  subscriptionsEndpoint: '/graphql',
  initialSubscriptionRequestHandlerId: 'graphql-ws',
  baseURL: '/playground/',
  serveInitialOptionsInSeperateRequest: true,
  disableAccount: true,
  initialSettings: {
    'alert.disableUpdateNotification': true,
    'alert.disableWarnings': true,
    'request.withCredentials': true,
  },
  initialQuery: '{\n  queues {\n    name\n    waitingCount\n  }\n}\n',
} as const

/** The playground, out of our own files: it asks no other host for anything, and its page could not. */
export async function playground(app: FastifyInstance): Promise<void> {
  const headers = pageHeaders({
    'script-src': "'self' 'unsafe-eval' blob:",
    'worker-src': "'self' blob:",
    'font-src': "'self' data:",
  })
  app.get('/playground', async (_request, reply) => reply.redirect('/playground/'))
  app.get('/playground/', async (_request, reply) =>
    reply.headers(headers).type('text/html; charset=utf-8').send(renderAltair(options)),
  )
  app.get('/playground/initial_options.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(renderInitialOptions(options)),
  )
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: '/playground/',
    index: false,
    decorateReply: false,
    setHeaders: (reply) => {
      for (const [name, value] of Object.entries(headers)) reply.header(name, value)
    },
  })
}
