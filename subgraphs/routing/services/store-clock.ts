import type { Connection } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'

/** The store's time at an instant of this process's monotonic clock. */
interface Reading {
  storeMs: number
  monotonicMs: number
}

const readings = new WeakMap<Connection, Reading>()

/**
 * The store's clock, by which clocks and offers run out: all instances share it, so a machine whose own clock jumps
 * neither fires a warning early nor keeps one back.
 */
export async function storeClock(ctx: ServiceContext): Promise<Date> {
  const reply = await ctx.db.db?.command({ hello: 1 })
  const localTime: unknown = reply?.localTime
  if (!(localTime instanceof Date)) throw new Error('the store did not tell its time')
  readings.set(ctx.db, { storeMs: localTime.getTime(), monotonicMs: performance.now() })
  return localTime
}

/**
 * About what the store's clock shows, without asking it: its last telling, and the time that has passed since by a
 * clock that does not jump. Good enough to say when to look again, never to decide.
 */
export function aboutStoreMs(ctx: Pick<ServiceContext, 'db' | 'now'>): number {
  const reading = readings.get(ctx.db)
  return reading ? reading.storeMs + performance.now() - reading.monotonicMs : ctx.now().getTime()
}
