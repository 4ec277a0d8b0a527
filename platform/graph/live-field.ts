import type { LiveEvent } from '../live/live-event.ts'
import type { RequestContext } from '../service/service-context.ts'

type Followed<T> = AsyncIterable<LiveEvent<T>> | Promise<AsyncIterable<LiveEvent<T>>>

/**
 * The resolver of a subscription field that follows a live topic:
 * `board: liveField((_parent, _args, ctx: RoutingContext) => ctx.live.state('board', () => readBoard(ctx)))`.
 * Authorise before the topic is followed; what is thrown refuses the subscription.
 */
export function liveField<T, A, C extends RequestContext>(
  subscribe: (parent: object, args: A, ctx: C) => Followed<T>,
): { subscribe: (parent: object, args: A, ctx: C) => Followed<T>; resolve: (event: LiveEvent<T>) => T } {
  return { subscribe, resolve: (event) => event.value }
}
