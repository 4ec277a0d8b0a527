import { defineConsumer } from '#platform/events/consume.ts'
import { slaWarned } from '#schema/events/sla-warned.ts'
import { changeContact } from '../services/change-contact.ts'
import { changeOf } from '../services/change-of.ts'

export const onSlaWarned = defineConsumer({
  event: slaWarned,
  run: (ctx, { payload }, session) =>
    changeContact(ctx, payload.sessionId, changeOf['sla-warned'](payload), session),
})
