import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { Identifier } from '#schema/events/vocabulary.ts'
import { Customers } from '../models/customer.ts'
import { Identifiers } from '../models/identifier.ts'
import { termsOfIdentifier } from './search-terms.ts'

/**
 * Keeps what points to a customer. What is proved is proved of one customer only: when it is somebody else's, it stays
 * a claim here, from which a suggestion comes. A claim never takes a proof away.
 * @param given in their compared form (normalizeIdentifiers)
 */
export async function keepIdentifiers(
  ctx: ServiceContext,
  customerId: string,
  given: readonly Identifier[],
  session: ClientSession,
): Promise<void> {
  if (given.length === 0) return
  const pairs = given.map(({ type, value }) => ({ type, value }))
  const known = await Identifiers(ctx.db)
    .find({
      $or: [
        { customerId, $or: pairs },
        { verified: true, $or: pairs },
      ],
    })
    .session(session)
    .lean()
  for (const { type, value, verified } of given) {
    const same = known.filter((other) => other.type === type && other.value === value)
    const own = same.find((other) => other.customerId === customerId)
    const provedElsewhere = same.some((other) => other.verified && other.customerId !== customerId)
    const proves = verified && !provedElsewhere
    if (own ? !proves || own.verified : false) continue
    const proof = { verified: proves, verifiedAt: proves ? ctx.now() : null }
    await Identifiers(ctx.db).updateOne(
      { customerId, type, value },
      { $set: proof, $setOnInsert: { _id: own?._id ?? newId(), createdAt: ctx.now() } },
      { session, upsert: true },
    )
  }
  await Customers(ctx.db).updateOne(
    { _id: customerId },
    { $addToSet: { identifierTerms: { $each: given.flatMap(termsOfIdentifier) } } },
    { session },
  )
}
