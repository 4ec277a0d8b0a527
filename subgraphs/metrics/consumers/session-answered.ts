import { defineConsumer } from '#platform/events/consume.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onSessionAnswered = defineConsumer({
  event: sessionAnswered,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['session-answered'](payload), session),
})
