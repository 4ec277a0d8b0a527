import type { CallbackResolvers } from '../generated/resolvers.ts'
import { agentById } from '../loaders.ts'

export const Callback: CallbackResolvers = {
  at: (callback) => callback.at ?? null,
  phone: (callback) => callback.phone ?? null,
  promisedBy: async ({ agentId }, _args, ctx) => (agentId ? agentById(ctx).load(agentId) : null),
  takenAt: (callback) => callback.takenAt ?? null,
}
