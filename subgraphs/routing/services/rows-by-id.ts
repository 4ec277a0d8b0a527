import type { ServiceContext } from '#platform/service/service-context.ts'
import type { ModelOn } from '#platform/store/define-model.ts'

/** The rows of these ids, by one query. What does not exist is not in the map. */
export async function rowsById<T extends { _id: string }>(
  ctx: ServiceContext,
  modelOn: ModelOn<T>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const rows = await modelOn(ctx.db)
    .collection.find<T>({ _id: { $in: [...ids] } } as never)
    .toArray()
  return new Map(rows.map((row) => [row._id, row]))
}
