import { defineConsumer } from '#platform/events/consume.ts'
import { slaMissed } from '#schema/events/sla-missed.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onSlaMissed = defineConsumer({
  event: slaMissed,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['sla-missed'](payload), session),
})
