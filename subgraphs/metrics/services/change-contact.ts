import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { Contacts } from '../models/contact.ts'
import type { ContactChange } from './contact-change.ts'
import { metricsTopic } from './metrics-topic.ts'

/** Writes what an event tells of a contact, in one statement, and tells those who follow the figures. */
export async function changeContact(
  ctx: ServiceContext,
  sessionId: string,
  { same, earliest, latest, count, at }: ContactChange,
  session: ClientSession,
): Promise<void> {
  await Contacts(ctx.db).updateOne(
    { _id: sessionId },
    {
      ...(same ? { $set: same } : {}),
      ...(earliest ? { $min: earliest } : {}),
      $max: { ...latest, lastAt: at },
      ...(count ? { $inc: count } : {}),
    },
    { session, upsert: true },
  )
  ctx.live.changed(metricsTopic, session)
}
