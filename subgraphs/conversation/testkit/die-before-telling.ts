import { loadConfig } from '#platform/config/load-config.ts'
import { openService } from '#platform/service/open-service.ts'
import { conversationConfig } from '../config.ts'
import { createAcceptWebhook } from '../services/intake/accept-webhook.ts'

/**
 * A process that takes one webhook from its parent and stops for ever between storing it and telling its lane: the
 * parent kills it there.
 */
const service = await openService({ name: 'conversation', config: loadConfig(conversationConfig) })
process.once('message', (message: { channel: string; body: string; headers: Record<string, string> }) => {
  const rawBody = Buffer.from(message.body)
  const ctx = {
    ...service.ctx,
    enqueue(): Promise<void> {
      process.send?.('stored')
      return new Promise(() => undefined)
    },
  }
  const request = { rawBody, headers: message.headers, query: {}, now: new Date() }
  createAcceptWebhook(ctx)(message.channel, 'main', request).catch((error: unknown) =>
    process.send?.(String(error)),
  )
})
process.send?.('ready')
