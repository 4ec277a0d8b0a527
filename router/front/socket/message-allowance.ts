/** Messages a client may send at once, and how many come back each second: far more than any page needs. */
const burst = 500
const perSecond = 100

/** A token bucket for the messages of one connection. */
export class MessageAllowance {
  #left = burst
  #countedAt = performance.now()

  /** Takes one message; false when the client has sent too many. */
  take(): boolean {
    const now = performance.now()
    this.#left = Math.min(burst, this.#left + ((now - this.#countedAt) / 1_000) * perSecond)
    this.#countedAt = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
