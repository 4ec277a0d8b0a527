import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Customers } from '../models/customer.ts'
import { Touchpoints } from '../models/touchpoint.ts'
import type { SessionStarted } from './resolve-identity.ts'
import { termsOfName } from './search-terms.ts'

/**
 * Puts a contact into its customer's history, whether its messages came before it or come later, and learns the name
 * and language from the channel where none is known yet.
 */
export async function noteContact(
  ctx: ServiceContext,
  customerId: string,
  { sessionId, channel, startedAt, displayName, locale }: SessionStarted,
  session: ClientSession,
): Promise<void> {
  const touchpoint = await Touchpoints(ctx.db)
    .findOneAndUpdate(
      { _id: sessionId },
      { $set: { customerId, channel, startedAt } },
      { session, upsert: true, returnDocument: 'after' },
    )
    .lean()
  const name = displayName?.trim().slice(0, 200)
  // One statement that takes what is known over what is new; $literal, since a name may begin with a dollar sign.
  await Customers(ctx.db).updateOne(
    { _id: customerId },
    [
      {
        $set: {
          lastSeenAt: { $max: ['$lastSeenAt', startedAt, touchpoint?.lastMessageAt ?? startedAt] },
          locale: { $ifNull: ['$locale', { $literal: locale ?? null }] },
          ...(name ? nameUnlessKnown(name) : {}),
        },
      },
    ],
    { session, updatePipeline: true },
  )
}

function nameUnlessKnown(name: string): Record<string, object> {
  return {
    name: { $ifNull: ['$name', { $literal: name }] },
    nameSource: { $ifNull: ['$nameSource', 'CHANNEL'] },
    nameTerms: { $cond: [{ $eq: ['$name', null] }, { $literal: termsOfName(name) }, '$nameTerms'] },
  }
}
