import type { IdentityContext } from './identity-context.ts'
import type { Revocations } from './revocations.ts'
import { StaffSessions } from './staff-sessions.ts'

/** Ends a session in all routers: its row first, so that nobody can look it up again. */
export async function signOut(
  ctx: IdentityContext,
  revocations: Revocations,
  sessionId: string,
): Promise<void> {
  await StaffSessions(ctx.db).deleteOne({ _id: sessionId })
  await revocations.revoke(sessionId)
}
