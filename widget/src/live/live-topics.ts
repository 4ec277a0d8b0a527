/** What a subscription sends. */
export interface TopicResult<T> {
  data?: T | null
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[]
  extensions?: Record<string, unknown>
}

/** What is told of a subscription. */
export interface TopicSink<T> {
  next: (result: TopicResult<T>) => void
  /** Refused (a list of coded errors) or cut off (anything else). */
  error: (problem: unknown) => void
  complete: () => void
}

/** A connection that carries subscriptions; graphql-ws's client is one, the widget's socket another. */
export interface LiveTopics {
  /** @returns ends the subscription */
  subscribe<T>(
    request: { query: string; variables?: Record<string, unknown> },
    sink: TopicSink<T>,
  ): () => void
}

/** Whether live events arrive. */
export type LineState = 'online' | 'reconnecting' | 'offline'
