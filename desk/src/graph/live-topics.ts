import { createClient } from 'graphql-ws/client'
import type { LiveTopics, TopicResult } from '../../../widget/src/live/live-topics.ts'
import { renewSession } from '../session/renew-session.ts'
import { setLineState } from './line-state.ts'

/** Silence after a ping that counts as a dead connection: a laptop's sleep leaves sockets that look open. */
const pongWithinMs = 5_000

/** The desk's WebSocket and how to let go of it. */
export interface DeskTopics extends LiveTopics {
  close(): void
}

/** The router closes with this when the token has expired, and when nobody is signed in any more. */
const signInEnded = 4401

/**
 * Opens the desk's live connection with the first topic. It does not retry by itself: each topic joins again
 * with what it knows by then (`followTopic`).
 */
export function openLiveTopics(url: string, onSignInEnded: () => void): DeskTopics {
  let silence: ReturnType<typeof setTimeout> | undefined
  let socket: WebSocket | undefined
  const broken = () => setLineState(navigator.onLine ? 'reconnecting' : 'offline')
  const offline = () => {
    broken()
    socket?.close(4408, 'offline')
  }
  addEventListener('offline', offline)
  const client = createClient({
    url,
    retryAttempts: 0,
    keepAlive: 12_000,
    lazyCloseTimeout: 3_000,
    on: {
      connected: (opened) => {
        socket = opened as WebSocket
        setLineState('online')
      },
      ping: (received) => {
        if (!received) silence = setTimeout(() => socket?.close(4408, 'no pong'), pongWithinMs)
      },
      pong: () => clearTimeout(silence),
      closed: (event) => {
        clearTimeout(silence)
        const { code } = event as CloseEvent
        if (code !== 1000) broken()
        // Its token has expired, or nobody is signed in any more: the topics join again with a new one.
        if (code === signInEnded)
          renewSession().then((renewed) => {
            if (!renewed) onSignInEnded()
          }, broken)
      },
    },
  })
  return {
    subscribe: (request, sink) =>
      client.subscribe(request, {
        next: (result) => sink.next(result as TopicResult<never>),
        error: (problem) => sink.error(problem),
        complete: () => sink.complete(),
      }),
    close: () => {
      removeEventListener('offline', offline)
      void client.dispose()
    },
  }
}
