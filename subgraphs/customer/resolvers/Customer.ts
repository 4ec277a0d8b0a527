import { mayRead } from '#platform/identity/may-read.ts'
import type { CustomerResolvers } from '../generated/resolvers.ts'
import { customerById, identifiersOf, suggestionsFor, touchpointsOf } from '../loaders.ts'
import { maxTouchpoints } from '../services/find-touchpoints.ts'
import { nameToShow } from '../services/name-to-show.ts'

export const Customer: CustomerResolvers = {
  /** For others a customer is absent, not forbidden: a conversation that they may see goes on without. */
  __resolveReference: ({ id }, ctx) =>
    mayRead(ctx.viewer, 'customers:read') ? customerById(ctx).load(id) : null,
  id: ({ _id }) => _id,
  displayName: async (customer, _args, ctx) =>
    nameToShow(customer, customer.name ? [] : ((await identifiersOf(ctx).load(customer._id)) ?? [])),
  identifiers: async ({ _id }, _args, ctx) => (await identifiersOf(ctx).load(_id)) ?? [],
  suggestedMatches: async ({ _id }, _args, ctx) => (await suggestionsFor(ctx).load(_id)) ?? [],
  recentTouchpoints: async ({ _id }, { first }, ctx) => {
    const latest = (await touchpointsOf(ctx).load(_id)) ?? []
    return latest.slice(0, Math.min(Math.max(first, 0), maxTouchpoints))
  },
}
