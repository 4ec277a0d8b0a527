import type { ServiceContext } from '#platform/service/service-context.ts'
import { addTallies } from './add-tallies.ts'
import { type ContactFigures, figuresOf } from './contact-figures.ts'
import { type ChannelFigures, figuresByChannel, figuresByQueue, type QueueFigures } from './figures-by.ts'
import { tallyContacts } from './tally-contacts.ts'

/** The figures of the contacts that joined a queue within a running window. */
export interface LiveFigures {
  at: Date
  /** Milliseconds. */
  window: number
  total: ContactFigures
  byChannel: ChannelFigures[]
  byQueue: QueueFigures[]
}

/** Computes the live figures: one read of the store. */
export async function readLiveFigures(ctx: ServiceContext, windowMs: number): Promise<LiveFigures> {
  const at = ctx.now()
  const rows = await tallyContacts(ctx, runningWindow(at, windowMs))
  return {
    at,
    window: windowMs,
    total: figuresOf(addTallies(rows)),
    byChannel: figuresByChannel(rows),
    byQueue: figuresByQueue(rows),
  }
}

/** The window that ends now, this millisecond included. */
export function runningWindow(at: Date, windowMs: number): { from: Date; to: Date } {
  const to = new Date(at.getTime() + 1)
  return { from: new Date(to.getTime() - windowMs), to }
}
