import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
} from 'graphql'
import type { LiveEvent } from '../live/live-event.ts'
import type { LiveIterator } from '../live/live-iterator.ts'

/** What goes out for one event. */
export type LiveResult = ExecutionResult<Record<string, unknown>, { live?: LiveEvent<unknown>['live'] }>

/**
 * Runs a subscription: its field's source gives live events, and each is executed with a context of its own (loaders
 * read anew) and leaves with its place in `extensions.live`. Ahead of an event topic's events goes a message without
 * data that tells where the topic stands (`head`).
 * @returns the refusal when the field's resolver threw
 */
export async function subscribeLive(
  args: ExecutionArgs,
): Promise<AsyncGenerator<LiveResult, void, void> | { errors: readonly GraphQLError[] }> {
  const stream = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in stream)) return { errors: stream.errors ?? [] }
  const source = (stream as AsyncIterable<LiveEvent<unknown>>)[Symbol.asyncIterator]()
  let over = false
  let begun = false
  async function end(): Promise<void> {
    if (over) return
    over = true
    await source.return?.()
  }

  async function next(): Promise<IteratorResult<LiveResult, void>> {
    try {
      if (!begun) {
        begun = true
        const place = await beginningOf(source)
        if (place && !over)
          return { done: false, value: { data: null, extensions: { live: { ...place, head: true } } } }
      }
      const event = await source.next()
      if (!event.done && !over) return { done: false, value: await executeEvent(args, event.value) }
    } catch (error) {
      await end()
      throw error
    }
    await end()
    return { done: true, value: undefined }
  }

  const results: AsyncGenerator<LiveResult, void, void> = {
    next,
    async return() {
      await end()
      return { done: true, value: undefined }
    },
    async throw(error) {
      await end()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
    [Symbol.asyncDispose]: end,
  }
  return results
}

/** A resolver may give an iterable of its own, which tells no place. */
async function beginningOf(
  source: AsyncIterator<LiveEvent<unknown>>,
): Promise<LiveEvent<unknown>['live'] | undefined> {
  return 'beginning' in source ? (source as LiveIterator<unknown>).beginning() : undefined
}

async function executeEvent(args: ExecutionArgs, event: LiveEvent<unknown>): Promise<LiveResult> {
  const result = await execute({
    ...args,
    rootValue: event,
    contextValue: { ...(args.contextValue as object) },
  })
  return { ...result, extensions: { live: event.live } }
}
