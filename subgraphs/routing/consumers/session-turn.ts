import { defineConsumer } from '#platform/events/consume.ts'
import { sessionTurn } from '#schema/events/session-turn.ts'
import { noteSilence } from '../services/work/note-silence.ts'
import { followTurn } from '../services/sla/follow-turn.ts'

export const onSessionTurn = defineConsumer({
  event: sessionTurn,
  async run(ctx, { payload }, session) {
    await noteSilence(ctx, payload, session)
    await followTurn(ctx, payload, session)
  },
})
