/**
 * Maps the events of a source, one after the other. Unlike an async generator it can be ended while it waits for an
 * event: the source ends at once, not after its next event.
 * @param onError the last value to give when the source or the mapping fails; what it throws ends the iteration
 */
export function mapEvents<T, R>(
  source: AsyncIterable<T>,
  map: (event: T) => Promise<R>,
  onError: (error: unknown) => R,
): AsyncIterableIterator<R> {
  const iterator = source[Symbol.asyncIterator]()
  let ended = false
  const end = async (): Promise<IteratorResult<R>> => {
    ended = true
    await iterator.return?.()
    return { done: true, value: undefined }
  }
  return {
    async next() {
      if (ended) return { done: true, value: undefined }
      try {
        const event = await iterator.next()
        if (event.done || ended) return { done: true, value: undefined }
        return { done: false, value: await map(event.value) }
      } catch (error) {
        await end()
        return { done: false, value: onError(error) }
      }
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
