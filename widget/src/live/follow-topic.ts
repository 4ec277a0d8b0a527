import type { LiveTopics, TopicResult } from './live-topics.ts'
import { reconnectDelayMs } from './reconnect-delay.ts'

/** A live topic to stay with. */
export interface Topic<T> {
  /** Asked again before every attempt, so that a reconnection resumes after what is already known. */
  request: () => { query: string; variables?: Record<string, unknown> }
  /** One event. */
  next: (data: T, result: TopicResult<T>) => void
  /** An event that could not be computed (a part of the server is away); the next one may be. */
  failed?: (result: TopicResult<T>) => void
  /** The server refused for good (no right, an expired cursor); nothing more will come. */
  refused: (code: string) => void
}

/** Refusals that asking again does not mend. */
const finalCodes =
  /^(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|BAD_USER_INPUT|GRAPHQL_\w+|CURSOR_\w+|\w+_CURSOR|\w+_CURSOR_\w+)$/

const codeOf = (problem: unknown): string => {
  const first: unknown = Array.isArray(problem) ? problem[0] : undefined
  const extensions = (first as { extensions?: { code?: string } } | undefined)?.extensions
  return extensions?.code ?? ''
}

/**
 * Stays with a live topic over broken connections, server restarts and slow-reader closings, with a jittered,
 * growing pause, cut short when the browser says that it is online again.
 * A graphql-ws client must have `retryAttempts: 0`: its own retries would repeat the first request's cursor.
 * @returns leaves the topic
 */
export function followTopic<T>(live: LiveTopics, topic: Topic<T>): () => void {
  let left = false
  let attempt = 0
  let unsubscribe: () => void = () => undefined
  let wake: ReturnType<typeof setTimeout> | undefined

  const again = () => {
    if (left || wake !== undefined) return
    wake = setTimeout(join, reconnectDelayMs(attempt++))
  }
  const join = () => {
    clearTimeout(wake)
    wake = undefined
    unsubscribe = live.subscribe<T>(topic.request(), {
      next: (result) => {
        if (left) return
        attempt = 0
        const code = codeOf(result.errors)
        if (!result.data && finalCodes.test(code)) finish(code)
        else if (result.data) topic.next(result.data, result)
        else topic.failed?.(result)
      },
      error: (problem) => {
        const code = codeOf(problem)
        if (finalCodes.test(code)) finish(code)
        else again()
      },
      complete: again,
    })
  }
  const finish = (code: string) => {
    if (left) return
    leave()
    topic.refused(code)
  }
  const hurry = () => {
    if (wake !== undefined) join()
  }
  const leave = () => {
    left = true
    clearTimeout(wake)
    removeEventListener('online', hurry)
    unsubscribe()
  }

  addEventListener('online', hurry)
  join()
  return leave
}
