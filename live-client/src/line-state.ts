/** Whether live results arrive. */
export interface LineState {
  /**
   * `online`: nothing is broken (also while nothing is followed). `reconnecting`: the connection is lost and is being
   * opened again. `offline`: the same, and the browser says that there is no network.
   */
  readonly state: 'online' | 'reconnecting' | 'offline'
  /** Since when, in milliseconds since 1970. A broken line keeps the moment at which it broke. */
  readonly sinceMs: number
}
