import { expect } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import { sessionEnded } from '#schema/events/session-ended.ts'
import { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import type { RoutingConfig } from '../config.ts'
import { routingSubgraph } from '../definition.ts'
import type { AgentRecord } from '../models/agent.ts'
import { type ReservationRecord, Reservations } from '../models/reservation.ts'
import { type WorkItemRecord, WorkItems } from '../models/work-item.ts'
import type { RoutingLogRecord } from '../models/routing-log.ts'
import { decisionsOfItems } from '../services/log/decisions-of-items.ts'
import { decideFromStore } from './decide-from-store.ts'
import { commitOffers } from '../services/leader/commit-offers.ts'
import { holdLease } from '../services/leader/hold-lease.ts'
import { storeClock } from '../services/store-clock.ts'
import { saveAgent } from '../services/agents/save-agent.ts'
import { setPresence } from '../services/agents/set-presence.ts'
import { acceptReservation } from '../services/work/accept-reservation.ts'
import { assignWork } from '../services/work/assign-work.ts'

const consumers = routingSubgraph.consumers ?? []

/** Routing on the real stores, dispatching only when the test says so. */
export async function createRoutingUnderTest({
  working = false,
  now,
}: {
  working?: boolean
  now?: () => Date
} = {}) {
  const service: TestService<RoutingConfig> = await createTestService({ ...routingSubgraph, working, now })
  const { ctx } = service
  const holder = newId()

  return {
    ...service,

    /** A session asks for a person; gives its work item. */
    async request(
      mediaType: MediaType,
      more: Partial<{
        sessionId: string
        domain: string
        locale: string
        requestedAt: Date
        eventId: string
      }> = {},
    ): Promise<WorkItemRecord> {
      const { eventId, sessionId = newId(), requestedAt = new Date(), ...rest } = more
      await deliver(
        ctx,
        consumers,
        workRequested,
        {
          sessionId,
          conversationId: newId(),
          channel: mediaType.toLowerCase(),
          account: 'main',
          mediaType,
          requestedAt,
          ...rest,
        },
        eventId,
      )
      const item = await WorkItems(ctx.db).findOne({ sessionId }).lean()
      if (!item) throw new Error('no work item was made')
      return item
    },

    answered: (sessionId: string, agentId: string, answeredAt = new Date()) =>
      deliver(ctx, consumers, sessionAnswered, { sessionId, agentId, answeredAt }),
    ended: (sessionId: string, answered: boolean, endedAt = new Date()) =>
      deliver(ctx, consumers, sessionEnded, {
        sessionId,
        conversationId: newId(),
        endedBy: 'CUSTOMER',
        answered,
        endedAt,
      }),
    wrappedUp: (sessionId: string, agentId: string) =>
      deliver(ctx, consumers, sessionWrappedUp, {
        sessionId,
        agentId,
        code: 'RESOLVED',
        wrappedUpAt: new Date(),
      }),

    /** An agent with these skills at proficiency 3, available. */
    async available(agentId: string, skills: string[] = []): Promise<AgentRecord> {
      await saveAgent(ctx, {
        _id: agentId,
        name: `Agent ${agentId}`,
        skills: skills.map((skillId) => ({ skillId, proficiency: 3 })),
      })
      return setPresence(ctx, agentId, 'AVAILABLE')
    },

    /** Dispatches until nothing is left to offer. */
    async dispatchAll(): Promise<void> {
      const lease = await holdLease(ctx, holder, 60_000)
      if (!lease) throw new Error('another leads')
      for (;;) {
        const at = await storeClock(ctx)
        const { made } = await commitOffers(ctx, lease, await decideFromStore(ctx, at), at)
        if (made.length === 0) return
      }
    },

    async item(id: string): Promise<WorkItemRecord> {
      const item = await WorkItems(ctx.db).findById(id).lean()
      if (!item) throw new Error(`no work item ${id}`)
      return item
    },

    /** What routing did with a work item, newest last. */
    async logOf(workItemId: string): Promise<RoutingLogRecord[]> {
      return (await decisionsOfItems(ctx, [workItemId])).get(workItemId) ?? []
    },

    /** A contact that this agent, who is made available, has accepted. */
    async inHand(agentId: string, mediaType: MediaType = 'CHAT', more: { domain?: string } = {}) {
      await this.available(agentId)
      const item = await this.request(mediaType, more)
      const { refusals } = await assignWork(ctx, item._id, agentId, 'sue')
      expect(refusals).toEqual([])
      const offer = await this.offerOf(item._id)
      await acceptReservation(ctx, offer?._id ?? '', agentId)
      return this.item(item._id)
    },

    /** The pending offer of a work item. */
    async offerOf(workItemId: string): Promise<ReservationRecord | null> {
      return Reservations(ctx.db).findOne({ workItemId, status: 'PENDING' }).lean()
    },
  }
}

export type RoutingUnderTest = Awaited<ReturnType<typeof createRoutingUnderTest>>
