import type { ServiceContext } from '#platform/service/service-context.ts'
import { type IdentifierRecord, Identifiers } from '../models/identifier.ts'

/** Identifiers that a profile shows at most. */
const maxIdentifiers = 50

/** What points to each of the customers, the proved first: one read of the store for all of them. */
export async function findIdentifiers(
  ctx: ServiceContext,
  customerIds: readonly string[],
): Promise<Map<string, IdentifierRecord[]>> {
  const rows = await Identifiers(ctx.db)
    .find({ customerId: { $in: customerIds } })
    .limit(maxIdentifiers * customerIds.length)
    .lean()
  const order = (one: IdentifierRecord, other: IdentifierRecord) =>
    Number(other.verified) - Number(one.verified) || Number(one.createdAt) - Number(other.createdAt)
  return new Map(
    [...Map.groupBy(rows, ({ customerId }) => customerId)].map(([id, identifiers]) => [
      id,
      identifiers.sort(order).slice(0, maxIdentifiers),
    ]),
  )
}
