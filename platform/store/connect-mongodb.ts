import mongoose, { type Connection } from 'mongoose'
import type { ServiceConfig } from '../config/service-config.ts'

/**
 * Connects to one service's own database, `<prefix>-<service>`. Every write waits for the majority. Operations refuse
 * after 10 s without a server instead of waiting for ever.
 */
export async function connectMongodb(
  config: Pick<ServiceConfig, 'MONGODB_URI' | 'NAME_PREFIX'>,
  service: string,
): Promise<Connection> {
  return mongoose
    .createConnection(config.MONGODB_URI, {
      dbName: `${config.NAME_PREFIX}-${service}`,
      // Shown by the server's currentOp: whose transaction is it?
      appName: `${config.NAME_PREFIX}-${service}`,
      writeConcern: { w: 'majority' },
      readConcernLevel: 'majority',
      serverSelectionTimeoutMS: 10_000,
      waitQueueTimeoutMS: 10_000,
      maxPoolSize: 50,
      ignoreUndefined: true,
      autoIndex: false,
      autoCreate: false,
    })
    .asPromise()
}
