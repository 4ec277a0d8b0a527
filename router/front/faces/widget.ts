import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { notFound } from '#platform/errors/not-found.ts'
import { pageHeaders } from './content-security.ts'
import { demoPage } from './demo-page.ts'

/**
 * `/widget.js`, which any page may embed, `/widget-event-stream.js`, which it loads where there is no WebSocket, and
 * `/widget/demo`, a shop's page that does.
 * @param dist the built widget
 */
export function widget(app: FastifyInstance, dist: string): void {
  for (const name of ['widget.js', 'widget-event-stream.js']) {
    app.get(`/${name}`, async (request, reply) => {
      const script = await readFile(join(dist, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw notFound({ kind: 'file', id: request.url })
        throw error
      })
      return reply
        .headers({
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'public, max-age=300',
          'cross-origin-resource-policy': 'cross-origin',
          'access-control-allow-origin': '*',
          'x-content-type-options': 'nosniff',
        })
        .send(script)
    })
  }
  app.get('/widget/demo', async (request, reply) => {
    const chinese = /^zh\b/i.test(request.headers['accept-language'] ?? '')
    const { locale = chinese ? 'zh-CN' : 'en' } = request.query as { locale?: string }
    return reply
      .headers(pageHeaders())
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(demoPage(locale === 'zh-CN' ? 'zh-CN' : 'en'))
  })
}
