import { z } from 'zod'

const heads = z.record(z.string(), z.number())

export interface PublisherOptions {
  /** The server that adds the messages, without a path. */
  url: string
  /** The topics, and how long the text of each one's messages is. */
  texts: Record<string, number>
}

/** Lets a server add messages: one to each topic at a time. */
export class Publisher {
  readonly #options: PublisherOptions
  readonly #heads: Record<string, number> = {}
  #loop: Promise<void> | undefined
  #going = false
  #rounds = 0

  constructor(options: PublisherOptions) {
    this.#options = options
  }

  /** The sequence of the last message in each topic. */
  get heads(): Readonly<Record<string, number>> {
    return this.#heads
  }

  /** How often each topic has got a message. */
  get rounds(): number {
    return this.#rounds
  }

  /** Adds one message to each topic; ends when all are stored. */
  async publish(): Promise<void> {
    const { url, texts } = this.#options
    const response = await fetch(`${url}/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ texts }),
    })
    if (!response.ok) throw new Error(`publish: ${response.status} ${await response.text()}`)
    Object.assign(this.#heads, heads.parse(await response.json()))
    this.#rounds++
  }

  /** Goes on adding, one round after each interval, until `stop`. */
  start(everyMs: number): void {
    this.#going = true
    this.#loop = this.#run(everyMs)
    // Whoever stops it hears of a failure; until then it is no crash.
    this.#loop.catch(() => undefined)
  }

  /** Ends the adding; what was begun is stored. */
  async stop(): Promise<void> {
    this.#going = false
    await this.#loop
  }

  async #run(everyMs: number): Promise<void> {
    let next = performance.now()
    while (this.#going) {
      await this.publish()
      next = Math.max(next + everyMs, performance.now())
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
    }
  }
}
