import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

export interface LiveAnswer<D> {
  data?: D | null
  errors?: ReadonlyArray<{ message: string; extensions?: Record<string, unknown> }>
  extensions?: {
    live?: { topic: string; kind: string; sequence?: number; cursor?: string; version?: number }
  }
}

/** A client on a connection of its own, with all that it received. */
export interface Follower<D> {
  received: LiveAnswer<D>[]
  /** Settles when the subscription is over: with how it ended. */
  ended: Promise<unknown>
  stop(): Promise<void>
}

/** Subscribes by WebSocket. */
export function follow<D>(
  url: string,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Follower<D> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { token },
    retryAttempts: 0,
  })
  const received: LiveAnswer<D>[] = []
  const ended = new Promise((resolve) => {
    client.subscribe<D>(
      { query, variables },
      {
        next: (answer) => received.push(answer as LiveAnswer<D>),
        error: resolve,
        complete: () => resolve('complete'),
      },
    )
  })
  return { received, ended, stop: async () => client.dispose() }
}

/** Opens a WebSocket and performs the protocol's greeting by hand. */
export async function openSocket(url: string, init: object = {}, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const acknowledged = new Promise<string>((resolve) =>
    socket.once('message', (data) => resolve(String(data))),
  )
  socket.send(JSON.stringify({ type: 'connection_init', payload: init }))
  return { socket, closed, acknowledged }
}

/** Reads server-sent events: the `data` of each `next`, until `complete`. */
export async function* readEventStream<D>(response: Response): AsyncGenerator<LiveAnswer<D>> {
  if (!response.body) throw new Error('no body')
  let text = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
      const event = text.slice(0, at)
      text = text.slice(at + 2)
      if (event.startsWith('event: complete')) return
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (event.startsWith('event: next') && data) yield JSON.parse(data) as LiveAnswer<D>
    }
  }
}
