/** One thing that a subscription sends, with its place in its topic. */
export interface LiveEvent<T> {
  value: T
  live: LivePlace
}

/** Goes out as `extensions.live`. */
export interface LivePlace {
  /** The topic as written in the SDL's `@live(topic:)`, with its arguments filled in. */
  topic: string
  kind: 'STATE' | 'EVENT'
  /** State topics: a newer state has a greater one. */
  version?: number
  /** Event topics: without gaps within the topic. */
  sequence?: number
  /** Event topics: what `after:` takes to go on behind this event. */
  cursor?: string
  /** No event, but where the topic stood when the subscription began: a subscriber that is lost before the first event resumes from here. */
  head?: true
}
