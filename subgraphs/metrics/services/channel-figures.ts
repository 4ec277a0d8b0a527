import { badUserInput } from '#platform/errors/bad-user-input.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type ChannelFigures, figuresByChannel } from './figures-by.ts'
import { tallyContacts } from './tally-contacts.ts'

const dayMs = 86_400_000
/** A longer report would weigh on the live figures. */
const maxDays = 31

/**
 * The figures of each channel between two instants.
 * @param from 24 hours before `to` when left out
 * @param to now when left out
 * @throws BAD_USER_INPUT when the stretch is empty or longer than 31 days
 */
export async function readChannelFigures(
  ctx: ServiceContext,
  { from, to }: { from?: Date | null; to?: Date | null },
): Promise<ChannelFigures[]> {
  const end = to ?? new Date(ctx.now().getTime() + 1)
  const start = from ?? new Date(end.getTime() - dayMs)
  const lengthMs = end.getTime() - start.getTime()
  if (lengthMs <= 0) throw badUserInput({ field: 'to', reason: 'has to come after from' })
  if (lengthMs > maxDays * dayMs)
    throw badUserInput({ field: 'from', reason: `is more than ${maxDays} days before to` })
  return figuresByChannel(await tallyContacts(ctx, { from: start, to: end }))
}
