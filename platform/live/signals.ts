import type { Redis } from 'ioredis'
import type { Logger } from 'pino'

/** Given to a listener instead of a head when signals may have been missed: it has to look for itself. */
export const signalsMayBeLost = Number.POSITIVE_INFINITY

/** Wakes the readers of topics over all processes, by Valkey pub/sub. May lose signals; never the readers' concern. */
export interface Signals {
  /** @param heads by topic: its sequence as the signaller knows it, 0 for a state topic */
  send(heads: ReadonlyMap<string, number>): void
  /** Calls the listener for each signal of the topic and after each reconnection; ends by the function it gives. */
  listen(topic: string, listener: (head: number) => void): () => void
  close(): void
}

/**
 * @param valkey for sending
 * @param subscriber a connection of its own: in subscriber mode it can do nothing else
 */
export function createSignals(valkey: Redis, subscriber: Redis, namePrefix: string, log: Logger): Signals {
  const listeners = new Map<string, Set<(head: number) => void>>()
  const channelOf = (topic: string): string => `${namePrefix}/live/${topic}`
  const failed = (err: unknown): void =>
    log.warn({ err }, 'a live signal was lost; the heartbeat makes up for it')

  subscriber.on('message', (channel: string, message: string) => {
    const head = Number(message)
    for (const listener of listeners.get(channel) ?? []) listener(head)
  })
  // Signals of the time without a connection are lost: everyone looks for themselves.
  subscriber.on('ready', () => {
    for (const set of listeners.values()) for (const listener of set) listener(signalsMayBeLost)
  })

  return {
    send(heads) {
      const together = valkey.pipeline()
      for (const [topic, head] of heads) together.publish(channelOf(topic), String(head))
      together.exec().catch(failed)
    },
    listen(topic, listener) {
      const channel = channelOf(topic)
      let set = listeners.get(channel)
      if (!set) {
        set = new Set()
        listeners.set(channel, set)
        // What happened while the subscription was on its way is looked for once it stands.
        subscriber.subscribe(channel).then(() => {
          for (const waiting of listeners.get(channel) ?? []) waiting(signalsMayBeLost)
        }, failed)
      }
      set.add(listener)
      return () => {
        set.delete(listener)
        if (set.size > 0 || listeners.get(channel) !== set) return
        listeners.delete(channel)
        subscriber.unsubscribe(channel).catch(failed)
      }
    },
    close() {
      listeners.clear()
      subscriber.disconnect()
    },
  }
}
