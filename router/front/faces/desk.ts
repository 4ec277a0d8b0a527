import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { notFound } from '#platform/errors/not-found.ts'
import { pageHeaders } from './content-security.ts'

/**
 * The desk: built files whose names hold their hash are kept for ever by browsers, the page itself never; addresses
 * inside the desk give the page, which finds its view by itself.
 * @param dist the built desk; where it is missing the answer is a 404
 */
export async function desk(app: FastifyInstance, dist: string): Promise<void> {
  app.get('/', async (_request, reply) => reply.redirect('/desk/'))
  app.get('/desk', async (_request, reply) => reply.redirect('/desk/'))
  await app.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root: dist,
        prefix: '/',
        preCompressed: true,
        cacheControl: false,
        setHeaders: (reply, path) => {
          const hashed = path.startsWith(join(dist, 'assets/'))
          void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
          for (const [name, value] of Object.entries(pageHeaders())) void reply.header(name, value)
        },
      })
      scope.setNotFoundHandler(async (request, reply) => {
        const path = request.url.split('?')[0] ?? ''
        const wantsPage = request.headers.accept?.includes('text/html') && !path.startsWith('/desk/assets/')
        if (!wantsPage || path.endsWith('/index.html')) throw notFound({ kind: 'page', id: path })
        return reply.sendFile('index.html')
      })
    },
    { prefix: '/desk' },
  )
}
