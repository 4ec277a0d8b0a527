import type { TouchpointResolvers } from '../generated/resolvers.ts'

export const Touchpoint: TouchpointResolvers = {
  id: ({ _id }) => _id,
  session: ({ _id }) => ({ id: _id }),
  endedAt: ({ endedAt }) => endedAt ?? null,
  preview: ({ first }) => first?.preview ?? null,
}
