import type { StaffViewer } from '#platform/identity/viewer.ts'
import type { ConversationContext } from '../../context.ts'
import { Sessions } from '../../models/session.ts'

const lookEveryMs = 50
const longestMs = 3_000

/**
 * Gives the news that an agent accepted a contact the time to arrive: routing decides it, and an agent who answers
 * within the same second must not be refused. Waits, at most three seconds, only while an open session has no agent
 * at all; whether this one may act is then decided as always.
 */
export async function awaitAgent(
  ctx: ConversationContext,
  agent: StaffViewer,
  sessionId: string,
): Promise<void> {
  if (!agent.roles.includes('agent')) return
  const endsAt = performance.now() + longestMs
  while (await Sessions(ctx.db).exists({ _id: sessionId, status: 'OPEN', agentIds: { $size: 0 } })) {
    if (performance.now() > endsAt) return
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}
