import { defineConsumer } from '#platform/events/consume.ts'
import { slaWarned } from '#schema/events/sla-warned.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onSlaWarned = defineConsumer({
  event: slaWarned,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({ sessionId: payload.sessionId, ...changeOf['sla-warned'](payload) })),
      session,
    ),
})
