import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ProviderCall {
  path: string
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
}

interface Answer {
  status: number
  headers?: Record<string, string>
  body: unknown
}

/**
 * The other side: answers as Telegram's Bot API, WhatsApp's Cloud API and a switchboard do, over real HTTP. Answers
 * put in line come first.
 */
export async function startProviderServer() {
  const calls: ProviderCall[] = []
  const inLine: Answer[] = []
  let lastId = 5_000
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const call = {
        path: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>,
      }
      calls.push(call)
      const { status, headers, body } = inLine.shift() ?? usualAnswer(call, ++lastId)
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** The next call gets this answer. */
    answerNext: (...answers: Answer[]) => void inLine.push(...answers),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function usualAnswer({ path, body }: ProviderCall, id: number): Answer {
  if (/^\/telegram\/bot[^/]+\/sendMessage$/.test(path)) {
    return {
      status: 200,
      body: { ok: true, result: { message_id: id, date: 1, chat: { id: body['chat_id'] } } },
    }
  }
  if (/^\/whatsapp\/1001\/messages$/.test(path)) {
    return { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id: `wamid.out.${id}` }] } }
  }
  if (/^\/phone\/calls\/[^/]+\/connect$/.test(path)) return { status: 202, body: { ok: true } }
  return { status: 404, body: { ok: false, error_code: 404, description: 'Not Found' } }
}
