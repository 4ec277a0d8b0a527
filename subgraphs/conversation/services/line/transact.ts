import type { ClientSession } from 'mongoose'
import { hasCode } from '#platform/errors/has-code.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'

const maxTries = 5

/**
 * A transaction that runs again when it loses a race for a unique index (two first messages at once): the second
 * time it finds what the winner has made.
 */
export async function transact<T>(
  ctx: Pick<ServiceContext, 'transaction'>,
  work: (tx: ClientSession) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ctx.transaction(work)
    } catch (error) {
      if (tries === maxTries || !hasCode(error, 11_000)) throw error
    }
  }
}
