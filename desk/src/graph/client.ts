import { createContext, useContext } from 'react'
import { type Client, createClient, fetchExchange, mapExchange, subscriptionExchange } from 'urql'
import { followTopic } from '../../../widget/src/live/follow-topic.ts'
import { fetchSignedIn } from '../session/renew-session.ts'
import { deskCache } from './cache.ts'
import { problemOf } from './problem.ts'
import { type DeskTopics, openLiveTopics } from './live-topics.ts'

/** The graph as one signed-in person sees it; thrown away when they leave. */
export interface Graph {
  client: Client
  live: DeskTopics
}

/** Nothing waits longer than this for an answer, in milliseconds. */
const answerWithinMs = 20_000

/**
 * Opens the graph at this page's own origin, by cookie.
 * @param onSignInEnded told when the server does not know this person any more
 */
export function openGraph(onSignInEnded: () => void): Graph {
  const live = openLiveTopics(`${location.origin.replace(/^http/, 'ws')}/graphql`, onSignInEnded)
  const client = createClient({
    url: '/graphql',
    preferGetMethod: false,
    // Not cut off when a view goes (the answer still fills the cache), but bounded.
    fetch: (input, init) => fetchSignedIn(input, { ...init, signal: AbortSignal.timeout(answerWithinMs) }),
    fetchOptions: () => ({ credentials: 'same-origin', headers: { 'x-csrf': 'desk' } }),
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (problemOf(error)?.code === 'UNAUTHENTICATED') onSignInEnded()
        },
      }),
      deskCache(),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (observer) => ({
            unsubscribe: followTopic(live, {
              request: () => ({ query, variables }),
              next: (_data, result) => observer.next(result as Parameters<typeof observer.next>[0]),
              failed: (result) => observer.next(result as Parameters<typeof observer.next>[0]),
              refused: (code) => observer.error(Object.assign(new Error(code), { code })),
            }),
          }),
        }),
      }),
    ],
  })
  return { client, live }
}

export const GraphContext = createContext<Graph | undefined>(undefined)

/** @throws Error outside of a signed-in desk */
export function useGraph(): Graph {
  const graph = useContext(GraphContext)
  if (!graph) throw new Error('no graph is open here')
  return graph
}
