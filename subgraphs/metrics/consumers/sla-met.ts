import { defineConsumer } from '#platform/events/consume.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onSlaMet = defineConsumer({
  event: slaMet,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({ sessionId: payload.sessionId, ...changeOf['sla-met'](payload) })),
      session,
    ),
})
