import type { WorkItemResolvers } from '../generated/resolvers.ts'
import {
  agentById,
  clocksOfItem,
  decisionsOfItem,
  queueById,
  reservationById,
  workItemById,
  workItemBySession,
} from '../loaders.ts'
import { seesRouting } from '../services/sees-routing.ts'
import { mustExist } from './must-exist.ts'

export const WorkItem: WorkItemResolvers = {
  async __resolveReference(reference, ctx) {
    if (!seesRouting(ctx.viewer)) return null
    if ('id' in reference && reference.id) return workItemById(ctx).load(reference.id)
    if ('session' in reference && reference.session) return workItemBySession(ctx).load(reference.session.id)
    return null
  },
  id: (item) => item._id,
  session: (item) => ({ id: item.sessionId }),
  conversation: (item) => ({ id: item.conversationId }),
  customerTier: (item) => item.customerTier ?? null,
  lastAgent: async ({ lastAgentId }, _args, ctx) => (lastAgentId ? agentById(ctx).load(lastAgentId) : null),
  onlyFor: async ({ onlyAgentId }, _args, ctx) => (onlyAgentId ? agentById(ctx).load(onlyAgentId) : null),
  notBefore: (item) => item.notBefore ?? null,
  transfer: (item) => item.transfer ?? null,
  callback: (item) => item.callback ?? null,
  consult: async ({ consultReservationId }, _args, ctx) =>
    consultReservationId ? reservationById(ctx).load(consultReservationId) : null,
  parkedAt: (item) => item.parkedAt ?? null,
  queue: async (item, _args, ctx) =>
    mustExist(await queueById(ctx).load(item.queueId), `queue ${item.queueId}`),
  sla: async (item, _args, ctx) => (await clocksOfItem(ctx).load(item._id)) ?? [],
  reservation: async (item, _args, ctx) =>
    item.reservationId ? reservationById(ctx).load(item.reservationId) : null,
  decisions: async (item, _args, ctx) => (await decisionsOfItem(ctx).load(item._id)) ?? [],
}
