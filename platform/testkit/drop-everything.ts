import type { Connection } from 'mongoose'
import { createLogger } from '../log/logger.ts'
import { connectMongodb } from '../store/connect-mongodb.ts'
import { connectValkey } from '../store/connect-valkey.ts'

/** Drops the database of one test's service and every key under its prefix. */
export async function dropEverything(
  config: { MONGODB_URI: string; VALKEY_URL: string; NAME_PREFIX: string },
  service: string,
): Promise<void> {
  const db = await connectMongodb(config, service)
  await endTransactions(db, `${config.NAME_PREFIX}-${service}`)
  await db.dropDatabase()
  await db.close()
  const valkey = connectValkey(config.VALKEY_URL, createLogger('testkit', 'silent'))
  let cursor = '0'
  do {
    const [next, keys] = await valkey.scan(cursor, 'MATCH', `{${config.NAME_PREFIX}}*`, 'COUNT', 1_000)
    if (keys.length > 0) await valkey.unlink(...keys)
    cursor = next
  } while (cursor !== '0')
  valkey.disconnect()
}

/** A process that was killed leaves its transactions open for a minute, and they would hold up the drop. */
async function endTransactions(db: Connection, appName: string): Promise<void> {
  const admin = db.getClient().db('admin')
  const open = await admin
    .aggregate(
      [
        { $currentOp: { allUsers: true, idleSessions: true } },
        { $match: { appName, transaction: { $exists: true } } },
      ],
      { readConcern: { level: 'local' } },
    )
    .toArray()
  const sessions = open.flatMap(({ lsid }) => (lsid ? [{ id: lsid.id }] : []))
  if (sessions.length > 0) await admin.command({ killSessions: sessions })
}
