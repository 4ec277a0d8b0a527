import { defineConsumer } from '#platform/events/consume.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { changeContacts } from '../services/change-contacts.ts'
import { changeOf } from '../services/change-of.ts'

export const onSessionStarted = defineConsumer({
  event: sessionStarted,
  runBatch: (ctx, envelopes, session) =>
    changeContacts(
      ctx,
      envelopes.map(({ payload }) => ({
        sessionId: payload.sessionId,
        ...changeOf['session-started'](payload),
      })),
      session,
    ),
})
