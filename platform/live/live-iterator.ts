import type { LiveEvent, LivePlace } from './live-event.ts'

/** What one kind of topic does for its iterator. */
export interface LiveSource<T> {
  /** Waits for the next event; undefined once `close` was called. */
  next(): Promise<LiveEvent<T> | undefined>
  /** Where the topic stands for this reader before its first event; only event topics have such a place. */
  beginning?(): Promise<LivePlace>
  /** Ends a waiting `next` and gives back what the source holds. Called once. */
  close(): void
}

/** The iterator of a live topic. */
export interface LiveIterator<T> extends AsyncIterableIterator<LiveEvent<T>> {
  /** Where the topic stands before the first event; undefined for topics without a sequence. */
  beginning(): Promise<LivePlace | undefined>
}

/**
 * An async iterator over a source, which is opened by the first call. Unlike a generator's, its `return` does not wait for a `next` that waits for the
 * world: it ends it. That is how a subscription whose client has gone gives everything back.
 */
export function liveIterator<T>(open: () => LiveSource<T>): LiveIterator<T> {
  let source: LiveSource<T> | undefined
  let ended = false
  function end(): void {
    if (ended) return
    ended = true
    source?.close()
  }
  return {
    async beginning() {
      if (ended) return undefined
      source ??= open()
      try {
        return await source.beginning?.()
      } catch (error) {
        end()
        throw error
      }
    },
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
