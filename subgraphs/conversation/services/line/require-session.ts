import type { StaffViewer } from '#platform/identity/viewer.ts'
import { notYourSession } from '../../errors.ts'
import type { Session } from '../../models/session.ts'

/** @throws NOT_YOUR_SESSION unless the agent has taken this session, or supervises */
export function requireSession(agent: StaffViewer, session: Session): void {
  const supervises = agent.roles.includes('supervisor') || agent.roles.includes('admin')
  if (!supervises && !session.agentIds.includes(agent.id)) throw notYourSession({ sessionId: session._id })
}
