import { defineConsumer } from '#platform/events/consume.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onSessionAnswered = defineConsumer({
  event: sessionAnswered,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({
        sessionId: payload.sessionId,
        ...changeOf['session-answered'](payload),
      })),
      session,
    ),
})
