import { defineConsumer } from '#platform/events/consume.ts'
import { sessionTurn } from '#schema/events/session-turn.ts'
import { followTurn } from '../services/sla/follow-turn.ts'

export const onSessionTurn = defineConsumer({
  event: sessionTurn,
  run: (ctx, { payload }, session) => followTurn(ctx, payload, session),
})
