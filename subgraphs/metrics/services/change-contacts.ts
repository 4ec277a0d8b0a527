import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Contacts } from '../models/contact.ts'
import type { ContactChange } from './contact-change.ts'
import { metricsTopic } from './metrics-topic.ts'

/** What an event tells of a contact. */
export interface ToldChange extends ContactChange {
  sessionId: string
}

/** Writes what events tell of contacts, all by one call, and tells those who follow the figures. */
export async function changeContacts(
  ctx: ServiceContext,
  changes: readonly ToldChange[],
  session: ClientSession,
): Promise<void> {
  await Contacts(ctx.db).collection.bulkWrite(
    changes.map(({ sessionId, same, earliest, latest, count, at }) => ({
      updateOne: {
        filter: { _id: sessionId },
        update: {
          ...(same ? { $set: same } : {}),
          ...(earliest ? { $min: earliest } : {}),
          $max: { ...latest, lastAt: at },
          ...(count ? { $inc: count } : {}),
        },
        upsert: true,
      },
    })) as never[],
    { session },
  )
  ctx.live.changed(metricsTopic, session)
}
