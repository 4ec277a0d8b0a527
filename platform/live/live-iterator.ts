import type { LiveEvent } from './live-event.ts'

/** What one kind of topic does for its iterator. */
export interface LiveSource<T> {
  /** Waits for the next event; undefined once `close` was called. */
  next(): Promise<LiveEvent<T> | undefined>
  /** Ends a waiting `next` and gives back what the source holds. Called once. */
  close(): void
}

/**
 * An async iterator over a source, which is opened by the first `next`. Unlike a generator's, its `return` does not wait for a `next` that waits for the
 * world: it ends it. That is how a subscription whose client has gone gives everything back.
 */
export function liveIterator<T>(open: () => LiveSource<T>): AsyncIterableIterator<LiveEvent<T>> {
  let source: LiveSource<T> | undefined
  let ended = false
  function end(): void {
    if (ended) return
    ended = true
    source?.close()
  }
  return {
    async next() {
      if (ended) return { done: true, value: undefined }
      source ??= open()
      try {
        const value = await source.next()
        if (value) return { done: false, value }
      } catch (error) {
        end()
        throw error
      }
      end()
      return { done: true, value: undefined }
    },
    async return() {
      end()
      return { done: true, value: undefined }
    },
    async throw(error) {
      end()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
