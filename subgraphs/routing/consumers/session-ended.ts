import { defineConsumer } from '#platform/events/consume.ts'
import { sessionEnded } from '#schema/events/session-ended.ts'
import { endSession } from '../services/work/end-session.ts'

export const onSessionEnded = defineConsumer({
  event: sessionEnded,
  run: (ctx, { payload }, session) => endSession(ctx, payload, session),
})
