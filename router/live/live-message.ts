/** A place in an event topic. */
export interface Position {
  sequence: number
  /** What `after:` takes to go on behind it. */
  cursor: string
}

/** One response for a subscription's clients: JSON text, the same object for all of them. */
export interface LiveMessage {
  readonly text: string
  /** Where it stands in its event topic; states, and events of unknown topics, have none. */
  readonly position?: Position | undefined
}
