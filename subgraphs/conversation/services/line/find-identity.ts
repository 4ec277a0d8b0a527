import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ChannelPerson } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import { ChannelIdentities, type ChannelIdentity } from '../../models/channel-identity.ts'

/** The channel identity of whoever writes or calls, made at the first contact together with its conversation's id. */
export async function findIdentity(
  ctx: ConversationService,
  { channel, account, person }: { channel: string; account: string; person: ChannelPerson },
  tx: ClientSession,
): Promise<ChannelIdentity> {
  const identities = ChannelIdentities(ctx.db)
  const address = { channel, account, sourceId: person.sourceId }
  const known = await identities.findOne(address, null, { session: tx }).lean<ChannelIdentity>()
  const displayName = person.displayName?.slice(0, 200) ?? known?.displayName ?? null
  const locale = person.locale ?? known?.locale ?? null
  if (known && known.displayName === displayName && known.locale === locale) return known
  if (known) {
    await identities.updateOne({ _id: known._id }, { $set: { displayName, locale } }, { session: tx })
    return { ...known, displayName, locale }
  }
  const made: ChannelIdentity = {
    _id: newId(),
    ...address,
    conversationId: newId(),
    displayName,
    locale,
    customerId: null,
    createdAt: ctx.now(),
  }
  await identities.insertMany([made], { session: tx })
  return made
}
