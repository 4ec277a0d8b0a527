import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { hasCode } from '#platform/errors/has-code.ts'
import { notFound } from '#platform/errors/not-found.ts'
import { encodingFor } from '../compress-answer.ts'
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
      const path = join(dist, name)
      const encoding = encodingFor(request.headers['accept-encoding'])
      const packed = encoding && (await readIfThere(`${path}.${encoding === 'br' ? 'br' : 'gz'}`))
      const script = packed ?? (await readIfThere(path))
      if (!script) throw notFound({ kind: 'file', id: request.url })
      if (packed) reply.header('content-encoding', encoding)
      return reply
        .headers({
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'public, max-age=300',
          vary: 'Accept-Encoding',
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

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
