import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { QueueRegisters } from '../../models/queue-register.ts'

/** Says, in the transaction that changes queues, that they are set up anew: see `knownQueues`. */
export async function queuesChanged(ctx: ServiceContext, session: ClientSession): Promise<void> {
  await QueueRegisters(ctx.db).updateOne(
    { _id: 'queues' },
    { $set: { setUp: newId() } },
    { upsert: true, session },
  )
}
