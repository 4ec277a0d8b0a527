/**
 * A bounded wait that can be cut short. A `fire` while nobody waits is kept for the next wait, so a signal between
 * looking and waiting is not lost. For one waiter.
 */
export class Wake {
  private fired = false
  private release: (() => void) | undefined

  fire(): void {
    this.fired = true
    this.release?.()
  }

  /** Ends after so many milliseconds or at the next `fire`; true when it was fired. */
  async wait(maxMs: number): Promise<boolean> {
    if (!this.fired) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, maxMs)
        this.release = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.release = undefined
    }
    const fired = this.fired
    this.fired = false
    return fired
  }
}
