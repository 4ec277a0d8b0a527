import type { ServiceContext } from '#platform/service/service-context.ts'

/**
 * The store's clock, by which clocks and offers run out: all instances share it, so a machine whose own clock jumps
 * neither fires a warning early nor keeps one back.
 */
export async function storeClock(ctx: ServiceContext): Promise<Date> {
  const reply = await ctx.db.db?.command({ hello: 1 })
  const localTime: unknown = reply?.localTime
  if (!(localTime instanceof Date)) throw new Error('the store did not tell its time')
  return localTime
}
