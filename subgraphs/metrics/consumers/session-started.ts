import { defineConsumer } from '#platform/events/consume.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onSessionStarted = defineConsumer({
  event: sessionStarted,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['session-started'](payload), session),
})
