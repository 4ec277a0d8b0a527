import type { ClientSession, Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { ServiceContext } from './service-context.ts'

type Hook = () => void | Promise<void>

/** One attempt of a transaction; a retry begins anew, and what the attempt that failed had gathered is forgotten. */
interface Attempt {
  beforeCommit: Hook[]
  afterCommit: Hook[]
  gathered: Map<symbol, unknown>
}

/** The transactions of one database; see ServiceContext for what they promise. */
export interface Transactions extends Pick<ServiceContext, 'transaction' | 'afterCommit'> {
  /** Runs at the end of the session's transaction, within it; what it throws aborts it. */
  beforeCommit(session: ClientSession, hook: Hook): void
  /**
   * What the session's transaction gathers under a key, so that it is done once for all of it (one insert for fifty
   * events). `begin` makes it at the first call and says by a hook what becomes of it.
   */
  gathered<T>(session: ClientSession, key: symbol, begin: () => T): T
}

export function createTransactions(db: Connection, log: Logger): Transactions {
  const attempts = new WeakMap<ClientSession, Attempt>()

  function attemptOf(session: ClientSession): Attempt {
    const attempt = attempts.get(session)
    if (!attempt) throw new Error('this needs the session of a running ctx.transaction')
    return attempt
  }

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
          async () => {
            const attempt: Attempt = { beforeCommit: [], afterCommit: [], gathered: new Map() }
            attempts.set(session, attempt)
            const given = await work(session)
            for (const hook of attempt.beforeCommit) await hook()
            return given
          },
          { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' }, readPreference: 'primary' },
        )
        await Promise.all(attemptOf(session).afterCommit.map(runHook))
        return result
      } finally {
        attempts.delete(session)
        await session.endSession()
      }
    },

    afterCommit: (session, hook) => void attemptOf(session).afterCommit.push(hook),
    beforeCommit: (session, hook) => void attemptOf(session).beforeCommit.push(hook),

    gathered<T>(session: ClientSession, key: symbol, begin: () => T): T {
      const { gathered } = attemptOf(session)
      if (!gathered.has(key)) gathered.set(key, begin())
      return gathered.get(key) as T
    },
  }
}
