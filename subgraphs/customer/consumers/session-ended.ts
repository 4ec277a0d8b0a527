import { defineConsumer } from '#platform/events/consume.ts'
import { sessionEnded } from '#schema/events/session-ended.ts'
import { endTouchpoint } from '../services/end-touchpoint.ts'

export const onSessionEnded = defineConsumer({
  event: sessionEnded,
  run: (ctx, { payload }, session) => endTouchpoint(ctx, payload, session),
})
