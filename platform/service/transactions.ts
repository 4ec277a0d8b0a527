import type { ClientSession, Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { ServiceContext } from './service-context.ts'

type Hook = () => void | Promise<void>

/** The transactions of one database; see ServiceContext for what they promise. */
export function createTransactions(
  db: Connection,
  log: Logger,
): Pick<ServiceContext, 'transaction' | 'afterCommit'> {
  const hooksOf = new WeakMap<ClientSession, Hook[]>()

  async function runHook(hook: Hook): Promise<void> {
    try {
      await hook()
    } catch (err) {
      // The commit stands; whoever asked for the transaction must not believe that it failed.
      log.error({ err }, 'a hook after a commit has failed')
    }
  }

  return {
    async transaction<T>(work: (session: ClientSession) => Promise<T>, joined?: ClientSession): Promise<T> {
      if (joined) return work(joined)
      const session = await db.startSession()
      try {
        const result = await session.withTransaction(
          () => {
            // A retry begins anew: hooks of the attempt that failed must not run.
            hooksOf.set(session, [])
            return work(session)
          },
          { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' }, readPreference: 'primary' },
        )
        for (const hook of hooksOf.get(session) ?? []) await runHook(hook)
        return result
      } finally {
        hooksOf.delete(session)
        await session.endSession()
      }
    },

    afterCommit(session, hook) {
      const hooks = hooksOf.get(session)
      if (!hooks) throw new Error('afterCommit needs the session of a running ctx.transaction')
      hooks.push(hook)
    },
  }
}
