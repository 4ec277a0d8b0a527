import { defineConsumer } from '#platform/events/consume.ts'
import { agentPresenceChanged } from '#schema/events/agent-presence-changed.ts'
import { notePresence } from '../services/note-presence.ts'

export const onAgentPresenceChanged = defineConsumer({
  event: agentPresenceChanged,
  run: (ctx, { payload }, session) => notePresence(ctx, payload, session),
})
