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
  const seenAt = [startedAt, touchpoint?.lastMessageAt ?? startedAt].sort(
    (one, other) => Number(one) - Number(other),
  )[1]
  await Customers(ctx.db).updateOne({ _id: customerId }, { $max: { lastSeenAt: seenAt } }, { session })

  const name = displayName?.trim().slice(0, 200)
  if (name) {
    await Customers(ctx.db).updateOne(
      { _id: customerId, name: null },
      { $set: { name, nameSource: 'CHANNEL', nameTerms: termsOfName(name) } },
      { session },
    )
  }
  if (locale)
    await Customers(ctx.db).updateOne({ _id: customerId, locale: null }, { $set: { locale } }, { session })
}
