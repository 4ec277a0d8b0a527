import { defineConsumer } from '#platform/events/consume.ts'
import { isNewest } from '#platform/events/version-guard.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import type { ConversationService } from '../context.ts'
import { joinAgent } from '../services/line/join-agent.ts'

export const onReservationAccepted = defineConsumer({
  event: reservationAccepted,
  async run(ctx: ConversationService, envelope, session) {
    // Told after they had left again, that they took it would let them write for ever.
    if (!(await isNewest(ctx, 'hold-of-reservation', envelope, session))) return
    const { sessionId, reservationId, agentId, agentName, consult = false, acceptedAt } = envelope.payload
    await joinAgent(ctx, { sessionId, reservationId, agentId, agentName, consult, at: acceptedAt }, session)
  },
})
