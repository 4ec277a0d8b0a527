import { type EventStreamBlock, eventStreamParser } from './event-stream-parser.ts'
import type { TopicResult } from './topic-result.ts'
import type { Link, LinkEvents, LinkOptions, Payload, TopicSink } from './transport.ts'

/**
 * Each topic as server-sent events over an HTTP request of its own, the "distinct connections mode" of GraphQL over SSE
 * (github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md), for networks without WebSocket. With fetch,
 * since a browser's EventSource can neither POST nor send a token. When one stream breaks, the link is closed with all
 * of them: what broke one is about to break the others.
 */
export function eventStreamLink(
  { url, token, headers, credentials, timings }: LinkOptions,
  events: LinkEvents,
): Link {
  const streams = new Set<AbortController>()
  let ready = false
  let over = false

  const end = () => {
    over = true
    for (const stream of streams) stream.abort()
  }
  const fail = (code: number, reason?: string, sinceMs?: number) => {
    if (over) return
    end()
    events.closed(code, reason, sinceMs)
  }

  const run = async (
    stream: AbortController,
    payload: Payload,
    after: string | undefined,
    sink: TopicSink,
  ) => {
    let heardAtMs = Date.now()
    let watch: ReturnType<typeof setTimeout> | undefined
    const heard = () => {
      heardAtMs = Date.now()
      clearTimeout(watch)
      watch = setTimeout(() => fail(4408, 'silence', heardAtMs), timings.silenceMs)
    }
    const leave = () => {
      streams.delete(stream)
      stream.abort()
    }
    stream.signal.addEventListener('abort', () => clearTimeout(watch))
    heard()
    const response = await fetch(url, {
      method: 'POST',
      credentials,
      signal: stream.signal,
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(after !== undefined && { 'last-event-id': after }),
        ...headers,
      },
      body: JSON.stringify(payload),
    })
    const { status, body } = response
    if (!body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      const { errors } = (await response.json()) as { errors?: unknown }
      if (stream.signal.aborted) return
      leave()
      // Without errors of ours: a proxy's answer, or a server that has not come up yet.
      if (!errors) fail(1006, `HTTP ${status}`)
      else if (status === 401) fail(4401)
      else if (status === 403) fail(4403)
      else sink.error(errors)
      return
    }
    if (!ready && !over) {
      ready = true
      events.ready()
    }

    /** A result without data is a refusal if the stream ends with it, else one event that could not be computed. */
    let dataless: TopicResult<unknown> | undefined
    const take = ({ event, data, id }: EventStreamBlock) => {
      if (stream.signal.aborted) return
      const before = dataless
      dataless = undefined
      if (event === 'complete') {
        leave()
        const code = before?.errors?.[0]?.extensions?.['code']
        if (code === 'UNAUTHENTICATED') fail(4401)
        else if (before) sink.error(before.errors)
        else sink.complete()
        return
      }
      if (before) sink.next(before)
      if (data) {
        const result = JSON.parse(data) as TopicResult<unknown>
        if (result.data || !result.errors) sink.next(result)
        else dataless = result
      } else if (id) sink.head({ cursor: id })
    }
    const parse = eventStreamParser(take)
    const reader = body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (stream.signal.aborted) return
      if (done) return fail(1006, 'the stream has ended')
      heard()
      parse(value)
    }
  }

  return {
    start(payload, after, sink) {
      const stream = new AbortController()
      streams.add(stream)
      // An aborted request rejects as well; nobody waits for it any more.
      run(stream, payload, after, sink).catch((error: unknown) => {
        if (!stream.signal.aborted) fail(1006, String(error))
      })
      return () => {
        streams.delete(stream)
        stream.abort()
      }
    },
    // A stream cannot be asked. After a laptop's sleep its overdue timer tells.
    check() {},
    close: end,
  }
}
