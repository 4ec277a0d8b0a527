import { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a provider's server was asked to do, by the address it concerns (a chat, a phone number, a call). */
interface ProviderEvents {
  /** An agent's words reached the customer at this address. */
  message: [channel: string, address: string, text: string]
  /** The switchboard was told to connect a call. */
  connect: [callId: string, agentId: string]
}

/**
 * The other side of the open channels: answers like Telegram's Bot API, WhatsApp's Cloud API and a switchboard,
 * so that replies take their real way out.
 */
export class ProviderServers extends EventEmitter<ProviderEvents> {
  #messageIds = 1000
  readonly #server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const answer = this.#answer(request.url ?? '/', body)
      response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer ?? { error: 'no such method' }))
    })
  })

  constructor() {
    super()
    this.setMaxListeners(0)
  }

  /** Listens on 127.0.0.1 and gives the base address. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((done, failed) => {
      this.#server.once('error', failed).listen(port, '127.0.0.1', done)
    })
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Stops listening; open answers are finished. */
  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  #answer(path: string, body: Record<string, unknown>): unknown {
    const id = ++this.#messageIds
    const telegram = /^\/telegram\/bot[^/]+\/sendMessage$/.exec(path)
    if (telegram) {
      const chat = String(body.chat_id)
      this.emit('message', 'telegram', chat, String(body.text))
      return {
        ok: true,
        result: {
          message_id: id,
          date: Math.floor(Date.now() / 1000),
          chat: { id: body.chat_id },
          text: body.text,
        },
      }
    }
    if (/^\/whatsapp\/(v[\d.]+\/)?[^/]+\/messages$/.test(path)) {
      const text = (body.text as { body?: string } | undefined)?.body ?? ''
      if (text) this.emit('message', 'whatsapp', String(body.to), text)
      return {
        messaging_product: 'whatsapp',
        contacts: [{ input: body.to, wa_id: body.to }],
        messages: [{ id: `wamid.sim.${id}` }],
      }
    }
    const connect = /^\/phone\/calls\/([^/]+)\/connect$/.exec(path)
    if (connect?.[1]) {
      this.emit('connect', decodeURIComponent(connect[1]), String(body.agentId))
      return { ok: true }
    }
    return undefined
  }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, unknown>
}
