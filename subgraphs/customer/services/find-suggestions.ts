import type { ServiceContext } from '#platform/service/service-context.ts'
import type { CustomerRecord } from '../models/customer.ts'
import { type IdentifierRecord, Identifiers } from '../models/identifier.ts'
import { findSurvivors } from './find-survivors.ts'

/** A profile that may be the same person: both have the identifier, and not both have proved it. */
export interface Suggestion {
  customer: CustomerRecord
  identifier: IdentifierRecord
  /** From 0 to 1. */
  confidence: number
}

/** One side has proved that the identifier is theirs. */
const oneSideProved = 0.8
/** Two people have claimed the same. */
const bothClaimed = 0.4
const maxSuggestions = 10
/** A number that many claim (a company's switchboard) says little; no more of them are read. */
const maxRows = 2_000

/**
 * For each customer the profiles that share an identifier, the surest first, at most 10. Nothing is linked by it.
 * Three reads of the store for any number of customers.
 */
export async function findSuggestions(
  ctx: ServiceContext,
  customerIds: readonly string[],
): Promise<Map<string, Suggestion[]>> {
  const own = await Identifiers(ctx.db)
    .find({ customerId: { $in: customerIds } })
    .limit(maxRows)
    .lean()
  const same = await Identifiers(ctx.db)
    .find({ value: { $in: [...new Set(own.map(({ value }) => value))] } })
    .limit(maxRows)
    .lean()
  const byKey = Map.groupBy(same, keyOf)
  const shared = own.filter((mine) =>
    byKey.get(keyOf(mine))?.some((other) => other.customerId !== mine.customerId),
  )
  if (shared.length === 0) return new Map()
  const others = await findSurvivors(ctx, [
    ...new Set(shared.flatMap((mine) => byKey.get(keyOf(mine)) ?? []).map((row) => row.customerId)),
  ])

  return new Map(
    [...Map.groupBy(shared, ({ customerId }) => customerId)].map(([customerId, identifiers]) => {
      const found = identifiers.flatMap((mine) =>
        (byKey.get(keyOf(mine)) ?? []).flatMap((theirs): Suggestion[] => {
          const customer = others.get(theirs.customerId)
          if (!customer || customer._id === customerId) return []
          const confidence = mine.verified || theirs.verified ? oneSideProved : bothClaimed
          return [{ customer, identifier: theirs, confidence }]
        }),
      )
      return [customerId, surest(found)] as const
    }),
  )
}

function keyOf({ type, value }: IdentifierRecord): string {
  return `${type} ${value}`
}

/** Each profile once, with the identifier that says most. */
function surest(found: Suggestion[]): Suggestion[] {
  const sorted = found.toSorted(
    (one, other) =>
      other.confidence - one.confidence ||
      Number(other.customer.lastSeenAt) - Number(one.customer.lastSeenAt),
  )
  return [...new Map(sorted.toReversed().map((suggestion) => [suggestion.customer._id, suggestion])).values()]
    .toReversed()
    .slice(0, maxSuggestions)
}
