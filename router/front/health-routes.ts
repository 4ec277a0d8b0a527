import type { FastifyInstance } from 'fastify'
import type { Readiness } from './readiness.ts'

/** `/health/live` (the process answers) and `/health/ready` (traffic may come). */
export function healthRoutes(app: FastifyInstance, readiness: () => Promise<Readiness>): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const state = await readiness()
    const serves = state.status === 'ready' || state.status === 'degraded'
    return reply.code(serves ? 200 : 503).send(state)
  })
}
