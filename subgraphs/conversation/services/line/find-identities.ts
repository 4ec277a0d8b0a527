import type { ClientSession } from 'mongoose'
import { newId } from '#platform/ids/new-id.ts'
import type { ChannelPerson } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import { ChannelIdentities, type ChannelIdentity } from '../../models/channel-identity.ts'
import { addressFilter, addressKey } from './addresses.ts'

/** Somebody who writes or calls, and on which account of ours. */
export interface Caller {
  channel: string
  account: string
  person: ChannelPerson
}

/** A channel identity, and whether this transaction makes it. */
export interface FoundIdentity {
  identity: ChannelIdentity
  isNew: boolean
}

/**
 * The channel identities of those who write or call, in their order, by one read and one write; made at the first
 * contact together with their conversation's id.
 */
export async function findIdentities(
  ctx: ConversationService,
  callers: readonly Caller[],
  tx: ClientSession,
): Promise<FoundIdentity[]> {
  const addresses = callers.map(addressOf)
  const known = await ChannelIdentities(ctx.db)
    .find(addressFilter(addresses), null, { session: tx })
    .lean<ChannelIdentity[]>()
  const found = new Map(known.map((identity) => [addressKey(identity), { identity, isNew: false }]))
  const changed = new Set<FoundIdentity>()
  for (const caller of callers) {
    const address = addressOf(caller)
    const before = found.get(addressKey(address))
    const entry = before ?? { identity: newIdentity(ctx, address), isNew: true }
    found.set(addressKey(address), entry)
    if (learn(entry.identity, caller.person) || !before) changed.add(entry)
  }
  await write(ctx, [...changed], tx)
  return addresses.map((address) => found.get(addressKey(address)) as FoundIdentity)
}

/** The identity of one caller. */
export async function findIdentity(
  ctx: ConversationService,
  caller: Caller,
  tx: ClientSession,
): Promise<ChannelIdentity> {
  const [found] = await findIdentities(ctx, [caller], tx)
  if (!found) throw new Error('a caller has no identity')
  return found.identity
}

function addressOf({ channel, account, person }: Caller) {
  return { channel, account, sourceId: person.sourceId }
}

function newIdentity(
  ctx: ConversationService,
  address: Pick<ChannelIdentity, 'channel' | 'account' | 'sourceId'>,
): ChannelIdentity {
  return {
    _id: newId(),
    ...address,
    conversationId: newId(),
    displayName: null,
    locale: null,
    customerId: null,
    createdAt: ctx.now(),
  }
}

/** Takes name and language as the channel tells them now; false when nothing is new. */
function learn(identity: ChannelIdentity, person: ChannelPerson): boolean {
  const displayName = person.displayName?.slice(0, 200) ?? identity.displayName
  const locale = person.locale ?? identity.locale
  if (identity.displayName === displayName && identity.locale === locale) return false
  Object.assign(identity, { displayName, locale })
  return true
}

async function write(
  ctx: ConversationService,
  changed: readonly FoundIdentity[],
  tx: ClientSession,
): Promise<void> {
  if (changed.length === 0) return
  await ChannelIdentities(ctx.db).collection.bulkWrite(
    changed.map(({ identity, isNew }) => {
      const { _id, displayName, locale } = identity
      return isNew
        ? { insertOne: { document: identity } }
        : { updateOne: { filter: { _id }, update: { $set: { displayName, locale } } } }
    }) as never[],
    { session: tx },
  )
}
