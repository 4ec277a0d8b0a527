import { defineConsumer } from '#platform/events/consume.ts'
import { sessionEnded } from '#schema/events/session-ended.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onSessionEnded = defineConsumer({
  event: sessionEnded,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['session-ended'](payload), session),
})
