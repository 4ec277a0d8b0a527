import { defineConsumer } from '#platform/events/consume.ts'
import { slaMissed } from '#schema/events/sla-missed.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onSlaMissed = defineConsumer({
  event: slaMissed,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({ sessionId: payload.sessionId, ...changeOf['sla-missed'](payload) })),
      session,
    ),
})
