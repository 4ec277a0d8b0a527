import DataLoader from 'dataloader'
import type { RequestContext } from '../service/service-context.ts'

/** One request's loader: `conversationById(ctx).load(id)`; null for what does not exist. */
export type LoaderOn<C extends RequestContext, V> = (ctx: C) => DataLoader<string, V | null>

/** Ids in one batch; more are read by several batches at once. */
const maxBatchSize = 1_000

/**
 * Declares a batched read by key: all loads of one request in one turn of the event loop become one call, and equal
 * keys are read once for each request (once for each event of a subscription).
 */
export function defineLoader<V, C extends RequestContext = RequestContext>(
  read: (ctx: C, ids: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): LoaderOn<C, V> {
  const loaders = new WeakMap<C, DataLoader<string, V | null>>()
  return (ctx) => {
    const made = loaders.get(ctx)
    if (made) return made
    const loader = new DataLoader<string, V | null>(
      async (ids) => {
        const found = await read(ctx, ids)
        return ids.map((id) => found.get(id) ?? null)
      },
      { maxBatchSize },
    )
    loaders.set(ctx, loader)
    return loader
  }
}
