import { defineConsumer } from '#platform/events/consume.ts'
import { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onSessionWrappedUp = defineConsumer({
  event: sessionWrappedUp,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['session-wrapped-up'](payload), session),
})
