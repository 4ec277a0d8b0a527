import type { Identity } from './identity.ts'
import { StaffSessions } from './staff-sessions.ts'

/** Which sessions: one, or an account's (all, or all but one). */
export type WhichSessions = { _id: string; accountId?: string } | { accountId: string; _id?: { $ne: string } }

/**
 * Ends sessions in all routers: their rows first, so that nobody can look them up again.
 * @returns how many there were
 */
export async function endSessions(
  { ctx, revocations }: Pick<Identity, 'ctx' | 'revocations'>,
  which: WhichSessions,
): Promise<number> {
  const rows = await StaffSessions(ctx.db).find(which, { _id: 1 }).lean<Array<{ _id: string }>>()
  const ids = rows.map(({ _id }) => _id)
  if (ids.length === 0) return 0
  await StaffSessions(ctx.db).deleteMany({ _id: { $in: ids } })
  await revocations.revoke(...ids.map((id) => `session:${id}` as const))
  return ids.length
}
