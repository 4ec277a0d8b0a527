import { defineConsumer } from '#platform/events/consume.ts'
import { isNewest } from '#platform/events/version-guard.ts'
import { contactReleased } from '#schema/events/contact-released.ts'
import type { ConversationService } from '../context.ts'
import { leaveSession } from '../services/line/leave-session.ts'

export const onContactReleased = defineConsumer({
  event: contactReleased,
  async run(ctx: ConversationService, envelope, session) {
    if (!(await isNewest(ctx, 'hold-of-reservation', envelope, session))) return
    await leaveSession(ctx, envelope.payload, session)
  },
})
