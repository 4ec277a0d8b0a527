import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { ChannelKinds } from '../models/channel-kind.ts'

/** Channels whose kind is in the store, by database, so that a message of a known channel costs no write. */
const learned = new WeakMap<ServiceContext['db'], Set<string>>()

/** Keeps which kind of contact comes by a channel. */
export async function learnChannelKind(
  ctx: ServiceContext,
  channel: string,
  mediaType: string,
  session: ClientSession,
): Promise<void> {
  const known = learned.get(ctx.db) ?? new Set()
  learned.set(ctx.db, known)
  if (known.has(channel)) return
  await ChannelKinds(ctx.db).updateOne(
    { _id: channel },
    { $setOnInsert: { mediaType } },
    { session, upsert: true },
  )
  ctx.afterCommit(session, () => {
    known.add(channel)
  })
}
