import { defineConsumer } from '#platform/events/consume.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import { resolveIdentity } from '../services/resolve-identity.ts'

export const onSessionStarted = defineConsumer({
  event: sessionStarted,
  run: (ctx, { payload }, session) => resolveIdentity(ctx, payload, session),
})
