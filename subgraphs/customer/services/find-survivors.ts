import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type CustomerRecord, Customers } from '../models/customer.ts'

/** Merges of merged profiles are followed this far; more is a mistake in the data. */
const maxHops = 8

/**
 * The profiles of the ids; a merged profile's id gives the one that took its place. Unknown ids are left out.
 * One read of the store for any number of ids, and one more for each merge that has to be followed.
 */
export async function findSurvivors(
  ctx: ServiceContext,
  ids: readonly string[],
  session: ClientSession | null = null,
): Promise<Map<string, CustomerRecord>> {
  const read = new Map<string, CustomerRecord>()
  let wanted = [...new Set(ids)]
  for (let hop = 0; wanted.length > 0 && hop <= maxHops; hop += 1) {
    for (const customer of await Customers(ctx.db)
      .find({ _id: { $in: wanted } })
      .session(session)
      .lean()) {
      read.set(customer._id, customer)
    }
    wanted = [...read.values()].flatMap(({ mergedInto }) =>
      mergedInto && !read.has(mergedInto) ? [mergedInto] : [],
    )
  }
  const survivorOf = (id: string): CustomerRecord | undefined => {
    let customer = read.get(id)
    for (let hop = 0; customer?.mergedInto && hop <= maxHops; hop += 1)
      customer = read.get(customer.mergedInto)
    return customer?.mergedInto ? undefined : customer
  }
  return new Map(
    ids.flatMap((id) => {
      const survivor = survivorOf(id)
      return survivor ? [[id, survivor] as const] : []
    }),
  )
}
