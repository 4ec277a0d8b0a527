/** Where a result stands in its topic; the router puts it into `extensions.live`. */
export interface LivePlace {
  topic?: string
  /** Event topics give every event once; state topics give a state and then newer ones. */
  kind?: 'EVENT' | 'STATE'
  /** Event topics: without gaps within the topic. */
  sequence?: number
  /** Event topics: what the document's `$after` takes to go on behind this event. */
  cursor?: string
  /** State topics: a newer state has a greater one. */
  version?: number
}

/** One error of a GraphQL response. */
export interface TopicError {
  message: string
  extensions?: Record<string, unknown>
}

/** What a subscription sends. */
export interface TopicResult<T> {
  data?: T | null
  errors?: readonly TopicError[]
  extensions?: { live?: LivePlace; [name: string]: unknown }
}
