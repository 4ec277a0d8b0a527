import type { ServiceContext } from '#platform/service/service-context.ts'

interface OpenTransaction {
  lsid?: { id: unknown }
}

/**
 * Ends this service's transactions that nobody goes on with: a process that was killed leaves its own open, and what
 * they wrote stays locked until the store's limit (15 s at least). It takes no rights beyond the service's own user; a
 * store that refuses lets them run out.
 * @param idleMs a living process sends its next statement sooner; one that did not only begins its transaction anew
 */
export async function endAbandonedTransactions(ctx: ServiceContext, idleMs: number): Promise<number> {
  const admin = ctx.db.getClient().db('admin')
  const appName = `${ctx.config.NAME_PREFIX}-${ctx.name}`
  try {
    const open = await admin
      .aggregate<OpenTransaction>(
        [
          { $currentOp: { allUsers: false, idleSessions: true } },
          { $match: { appName, active: false, 'transaction.timeInactiveMicros': { $gte: idleMs * 1_000 } } },
          { $project: { lsid: 1 } },
        ],
        { readConcern: { level: 'local' } },
      )
      .toArray()
    const sessions = open.flatMap(({ lsid }) => (lsid ? [{ id: lsid.id }] : []))
    if (sessions.length > 0) await admin.command({ killSessions: sessions })
    return sessions.length
  } catch (err) {
    ctx.log.warn({ err }, 'abandoned transactions were not ended; the store ends them in its own time')
    return 0
  }
}
