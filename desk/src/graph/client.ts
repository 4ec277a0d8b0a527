import { openLive } from '@throughline/live-client'
import type { Live } from '@throughline/live-client/open-live-over'
import { createContext, useContext } from 'react'
import { type Client, createClient, fetchExchange, mapExchange } from 'urql'
import { fetchSignedIn, renewSession } from '../session/renew-session.ts'
import { deskCache } from './cache.ts'
import { fetchByHash } from './fetch-by-hash.ts'
import { liveExchange } from './live-exchange.ts'
import { problemOf } from './problem.ts'

/** The graph as one signed-in person sees it; thrown away when they leave. */
export interface Graph {
  client: Client
  live: Live
}

/** Nothing waits longer than this for an answer, in milliseconds. */
const answerWithinMs = 20_000

/** A foreign page cannot set this header. */
const againstForgery = { 'x-csrf': 'desk' }

/**
 * Opens the graph at this page's own origin, by cookie.
 * @param onSignInEnded told when the server does not know this person any more
 */
export function openGraph(onSignInEnded: () => void): Graph {
  const live = openLive({
    url: `${location.origin}/graphql`,
    credentials: 'same-origin',
    headers: againstForgery,
    // The cookie tells who we are; one that has expired is renewed.
    token: async (refused) => {
      if (refused) await renewSession()
      return undefined
    },
    onSignedOut: onSignInEnded,
  })
  const client = createClient({
    url: '/graphql',
    preferGetMethod: false,
    // Not cut off when a view goes (the answer still fills the cache), but bounded.
    fetch: (input, init) =>
      fetchByHash(input, { ...init, signal: AbortSignal.timeout(answerWithinMs) }, fetchSignedIn),
    fetchOptions: () => ({ credentials: 'same-origin', headers: againstForgery }),
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (problemOf(error)?.code === 'UNAUTHENTICATED') onSignInEnded()
        },
      }),
      deskCache(),
      fetchExchange,
      liveExchange(live),
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
