import { defineConsumer } from '#platform/events/consume.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import type { ConversationService } from '../context.ts'
import { joinAgent } from '../services/line/join-agent.ts'

export const onReservationAccepted = defineConsumer({
  event: reservationAccepted,
  async run(ctx: ConversationService, { payload }, session) {
    const { sessionId, agentId, agentName, acceptedAt } = payload
    await joinAgent(ctx, { sessionId, agentId, agentName, at: acceptedAt }, session)
  },
})
