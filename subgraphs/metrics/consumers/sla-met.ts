import { defineConsumer } from '#platform/events/consume.ts'
import { slaMet } from '#schema/events/sla-met.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onSlaMet = defineConsumer({
  event: slaMet,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['sla-met'](payload), session),
})
