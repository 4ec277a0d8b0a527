import { LiveError } from './live-error.ts'
import type { Live } from './open-live-over.ts'
import type { TopicOperation, TopicRequest } from './topic-request.ts'
import type { TopicResult } from './topic-result.ts'

/** A topic for a program that takes one result after the other. */
export interface TopicResultsRequest<T> extends TopicOperation, Pick<TopicRequest<T>, 'onGap' | 'onStale'> {
  /** How many events may wait for the program; 1,000 when left out. */
  maxQueued?: number
  /** Ends the iteration, as `break` does. */
  signal?: AbortSignal
}

/**
 * A topic as an async iterator: `for await (const { data } of topicResults(live, { query, variables }))`. Leaving the
 * loop leaves the topic. Behind a slow program states conflate (the newest one waits); of events a bounded number
 * waits, then the topic is paused and goes on behind the last one when there is room: nothing is lost, and nothing
 * grows. Events that could not be computed come with `errors` and without `data`. It ends after `live.close()`.
 * @throws LiveError when the topic ends for good; `LIVE_QUEUE_FULL` where it cannot go on because it has no cursor
 */
export function topicResults<T>(
  live: Live,
  { maxQueued = 1_000, signal, ...request }: TopicResultsRequest<T>,
): AsyncIterableIterator<TopicResult<T>, undefined> {
  let queue: TopicResult<T>[] = []
  let waiting: PromiseWithResolvers<IteratorResult<TopicResult<T>, undefined>> | undefined
  let paused = false
  let over = false
  let failure: LiveError | undefined

  const settle = () => {
    if (!waiting) return
    const result = queue.shift()
    if (result) waiting.resolve({ value: result, done: false })
    else if (failure) {
      waiting.reject(failure)
      failure = undefined
    } else if (over) waiting.resolve({ value: undefined, done: true })
    else return
    waiting = undefined
  }
  const end = (error?: LiveError) => {
    if (over) return
    over = true
    failure = error
    signal?.removeEventListener('abort', stop)
    settle()
  }
  const stop = () => {
    topic.leave()
    queue = []
    end()
  }
  const take = (result: TopicResult<T>) => {
    if (result.extensions?.live?.kind === 'STATE') queue = []
    queue.push(result)
    settle()
    if (queue.length < maxQueued) return
    paused = true
    topic.pause()
    if (topic.cursor !== undefined) return
    topic.leave()
    end(new LiveError('LIVE_QUEUE_FULL', 'results came faster than they were taken, and it cannot resume'))
  }
  const topic = live.follow<T>({
    ...request,
    onData: (_data, result) => take(result),
    onFailed: take,
    onEnd: (error) => end(error.code === 'LIVE_CLOSED' ? undefined : error),
  })
  if (signal?.aborted) stop()
  else signal?.addEventListener('abort', stop)

  return {
    async next() {
      if (waiting) throw new TypeError('the last result is still being waited for')
      waiting = Promise.withResolvers()
      const { promise } = waiting
      settle()
      if (paused && !over && queue.length <= maxQueued / 2) {
        paused = false
        topic.resume()
      }
      return promise
    },
    async return() {
      stop()
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
