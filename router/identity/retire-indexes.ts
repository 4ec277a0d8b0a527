import type { Connection } from 'mongoose'
import { hasCode } from '#platform/errors/has-code.ts'

/** MongoDB's words for an index, or a collection, that is not there. */
const notThere = [26, 27]

/**
 * Drops what earlier versions had: e-mails were unique over all accounts, and those of other issuers have none. Its
 * successor stands beside it already, so that no moment is without one.
 */
export async function retireIndexes(db: Connection): Promise<void> {
  try {
    await db.collection('accounts').dropIndex('email_1')
  } catch (error) {
    if (!notThere.some((code) => hasCode(error, code))) throw error
  }
}
