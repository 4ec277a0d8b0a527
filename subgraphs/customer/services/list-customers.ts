import { type Connection, connection, type PageArguments, pageOf } from '#platform/graph/connection.ts'
import { rowsBehind } from '#platform/graph/rows-behind.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type CustomerRecord, Customers } from '../models/customer.ts'
import { wordsOfSearch } from './search-terms.ts'

const order = { lastSeenAt: -1, _id: -1 } as const
/** A search of one common letter may touch every profile; past this it is given up. */
const maxTimeMs = 5_000

/**
 * Customers, the most recently active first; with a search, those of whom every word begins a word of the name or an
 * identifier. Merged profiles are left out.
 * @throws BAD_USER_INPUT for a page that cannot be
 */
export async function listCustomers(
  ctx: ServiceContext,
  { search, ...pageArguments }: PageArguments & { search?: string | null },
): Promise<Connection<CustomerRecord>> {
  const page = pageOf(pageArguments)
  const found = wordsOfSearch(search ?? '').map((word) => {
    // A range, and not a regular expression, so that the index is read from the first match to the last.
    const begins = { $elemMatch: { $gte: word, $lt: `${word}\u{10ffff}` } }
    return { $or: [{ nameTerms: begins }, { identifierTerms: begins }] }
  })
  const behind = rowsBehind(page, order)
  const rows = await Customers(ctx.db)
    .find({ mergedInto: null, $and: [...found, behind] })
    .sort(order)
    .limit(page.limit)
    .maxTimeMS(maxTimeMs)
    .lean()
  return connection(rows, page, ({ lastSeenAt, _id }) => [lastSeenAt, _id])
}
