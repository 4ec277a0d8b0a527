import type { LivePlace, TopicResult } from './topic-result.ts'
import type { Link, LinkEvents, LinkOptions, Payload, TopicSink } from './transport.ts'

interface Message {
  type: string
  id?: string
  payload?: unknown
}

/**
 * All topics over one WebSocket, in the graphql-transport-ws protocol
 * (github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md). The router's pings tell heads:
 * `{"live":{"<operation id>":{"sequence":12,"cursor":"…"}}}`.
 */
export function webSocketLink({ url, token, timings }: LinkOptions, events: LinkEvents): Link {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws')
  const topics = new Map<string, [Payload, TopicSink]>()
  let lastId = 0
  let ready = false
  let over = false
  let heardAtMs = Date.now()
  let watch: ReturnType<typeof setTimeout> | undefined

  const send = (message: Message) => socket.send(JSON.stringify(message))
  const subscribe = (id: string, payload: Payload) => send({ id, type: 'subscribe', payload })
  const end = () => {
    over = true
    clearTimeout(watch)
    topics.clear()
  }
  const fail = (code: number, reason?: string, sinceMs?: number) => {
    if (over) return
    end()
    // The other end may be gone without knowing: close() alone would wait for it, so nobody listens any more.
    socket.close()
    events.closed(code, reason, sinceMs)
  }
  const ask = () => {
    send({ type: 'ping' })
    clearTimeout(watch)
    watch = setTimeout(() => fail(4408, 'silence', heardAtMs), timings.answerWithinMs)
  }

  const receive = ({ type, id = '', payload }: Message) => {
    const sink = topics.get(id)?.[1]
    if (type === 'next') sink?.next(payload as TopicResult<unknown>)
    else if (type === 'ping') {
      send({ type: 'pong' })
      const { live = {} } = (payload ?? {}) as { live?: Record<string, LivePlace> }
      for (const [of, place] of Object.entries(live)) topics.get(of)?.[1].head(place)
    } else if (type === 'connection_ack' && !ready) {
      for (const [waiting, [asked]] of topics) subscribe(waiting, asked)
      ready = true
      events.ready()
    } else if (type === 'error' || type === 'complete') {
      topics.delete(id)
      if (type === 'error') sink?.error(payload)
      else sink?.complete()
    }
  }

  socket.onopen = () => {
    if (!over) send({ type: 'connection_init', payload: token === undefined ? {} : { token } })
  }
  socket.onmessage = ({ data }) => {
    if (over) return
    heardAtMs = Date.now()
    clearTimeout(watch)
    watch = setTimeout(ask, timings.pingEveryMs)
    try {
      receive(JSON.parse(String(data)) as Message)
    } catch (error) {
      // Not a message of the protocol: what callers throw does not come here.
      fail(4400, String(error))
    }
  }
  socket.onclose = ({ code, reason }) => fail(code, reason)

  return {
    start(payload, _after, sink) {
      const id = String(++lastId)
      topics.set(id, [payload, sink])
      if (ready) subscribe(id, payload)
      return () => {
        if (topics.delete(id) && ready && !over) send({ id, type: 'complete' })
      }
    },
    check() {
      if (ready && !over) ask()
    },
    close() {
      end()
      socket.close(1000)
    },
  }
}
