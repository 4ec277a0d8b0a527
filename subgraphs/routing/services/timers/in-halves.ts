import type { ServiceContext } from '#platform/service/service-context.ts'

/**
 * Does something for many at once; when that fails, for each half of them, down to the one that fails alone, which is
 * logged and left for a later try. So one that cannot be done keeps no other back.
 * @returns how many were done
 */
export async function inHalves(
  ctx: ServiceContext,
  complaint: string,
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<unknown>,
): Promise<number> {
  if (ids.length === 0) return 0
  try {
    await work(ids)
    return ids.length
  } catch (err) {
    if (ids.length === 1) {
      ctx.log.error({ err, id: ids[0] }, complaint)
      return 0
    }
    const middle = Math.ceil(ids.length / 2)
    return (
      (await inHalves(ctx, complaint, ids.slice(0, middle), work)) +
      (await inHalves(ctx, complaint, ids.slice(middle), work))
    )
  }
}
