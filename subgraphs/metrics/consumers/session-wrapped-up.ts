import { defineConsumer } from '#platform/events/consume.ts'
import { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onSessionWrappedUp = defineConsumer({
  event: sessionWrappedUp,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({
        sessionId: payload.sessionId,
        ...changeOf['session-wrapped-up'](payload),
      })),
      session,
    ),
})
