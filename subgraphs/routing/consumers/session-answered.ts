import { defineConsumer } from '#platform/events/consume.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import { answerSession } from '../services/work/answer-session.ts'

export const onSessionAnswered = defineConsumer({
  event: sessionAnswered,
  run: (ctx, { payload }, session) => answerSession(ctx, payload, session),
})
