import { type LiveAnswer, readEventStream } from '../../router/front/live-client.ts'

/** A client of server-sent events, with all that it received. */
export interface StreamFollower<D> {
  received: LiveAnswer<D>[]
  /** Whether its stream has ended, by whomever. */
  readonly ended: boolean
  stop(): void
}

/** Subscribes by server-sent events. */
export async function followStream<D>(
  url: string,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<StreamFollower<D>> {
  const gone = new AbortController()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables }),
    signal: gone.signal,
  })
  const received: LiveAnswer<D>[] = []
  let ended = false
  const read = async () => {
    for await (const answer of readEventStream<D>(response)) received.push(answer)
  }
  read()
    .catch(() => undefined)
    .finally(() => {
      ended = true
    })
  return {
    received,
    get ended() {
      return ended
    },
    stop: () => gone.abort(),
  }
}
