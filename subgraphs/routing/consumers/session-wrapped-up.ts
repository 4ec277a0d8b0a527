import { defineConsumer } from '#platform/events/consume.ts'
import { sessionWrappedUp } from '#schema/events/session-wrapped-up.ts'
import { wrapUpSession } from '../services/work/wrap-up-session.ts'

export const onSessionWrappedUp = defineConsumer({
  event: sessionWrappedUp,
  run: (ctx, { payload }, session) => wrapUpSession(ctx, payload, session),
})
