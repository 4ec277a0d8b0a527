import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import { newId } from '#platform/ids/new-id.ts'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import type { sessionStarted } from '#schema/events/session-started.ts'
import type { Identifier } from '#schema/events/vocabulary.ts'
import { ChannelIdentityLinks, type LinkRule } from '../models/channel-identity-link.ts'
import { Customers } from '../models/customer.ts'
import { Identifiers, type IdentifierType } from '../models/identifier.ts'
import { findSurvivors } from './find-survivors.ts'
import { keepIdentifiers } from './keep-identifiers.ts'
import { normalizeIdentifiers } from './normalize-identifier.ts'
import { noteContact } from './note-contact.ts'

export type SessionStarted = z.output<(typeof sessionStarted)['payload']>

/** When proved identifiers point to different people, the first kind here decides; the others become suggestions. */
const strength: readonly IdentifierType[] = ['EXTERNAL_ID', 'PHONE', 'EMAIL', 'CHANNEL_ACCOUNT']

interface Decision {
  customerId: string
  rule: LinkRule
}

/**
 * Finds out whose contact this is: the same channel account again, else a proved identifier that is known, else a new
 * profile. Claims (a typed address, a caller's number) are kept, and link nobody.
 *
 * Of first contacts that race, the unique indexes let one make the profile; the others run again and find it.
 * @returns the customer, and the rule that decided
 */
export async function resolveIdentity(
  ctx: ServiceContext,
  started: SessionStarted,
  session: ClientSession,
): Promise<Decision> {
  const given = normalizeIdentifiers(started.identifiers)
  const decision = await decide(ctx, started, given, session)
  await keepIdentifiers(ctx, decision.customerId, given, session)
  await noteContact(ctx, decision.customerId, started, session)
  const { channelIdentityId, sessionId } = started
  const customer = await Customers(ctx.db).findById(decision.customerId, { tier: 1 }).session(session).lean()
  await ctx.emit(
    identityResolved,
    { channelIdentityId, sessionId, ...decision, tier: customer?.tier, resolvedAt: ctx.now() },
    session,
  )
  return decision
}

async function decide(
  ctx: ServiceContext,
  started: SessionStarted,
  given: readonly Identifier[],
  session: ClientSession,
): Promise<Decision> {
  const linked = await linkedCustomer(ctx, started.channelIdentityId, session)
  if (linked) return { customerId: linked, rule: 'CHANNEL_ACCOUNT' }

  const decision =
    (await byProvedIdentifier(ctx, given, session)) ?? (await newProfile(ctx, started, session))
  await ChannelIdentityLinks(ctx.db).create(
    [{ _id: started.channelIdentityId, ...decision, linkedAt: ctx.now() }],
    { session },
  )
  return decision
}

async function linkedCustomer(
  ctx: ServiceContext,
  channelIdentityId: string,
  session: ClientSession,
): Promise<string | null> {
  const link = await ChannelIdentityLinks(ctx.db).findById(channelIdentityId).session(session).lean()
  if (!link) return null
  return (await findSurvivors(ctx, [link.customerId], session)).get(link.customerId)?._id ?? null
}

async function byProvedIdentifier(
  ctx: ServiceContext,
  given: readonly Identifier[],
  session: ClientSession,
): Promise<Decision | null> {
  const proved = given.filter(({ verified }) => verified).map(({ type, value }) => ({ type, value }))
  if (proved.length === 0) return null
  const known = await Identifiers(ctx.db).find({ verified: true, $or: proved }).session(session).lean()
  const decisive = known.sort((one, other) => strength.indexOf(one.type) - strength.indexOf(other.type))[0]
  if (!decisive) return null
  const survivor = (await findSurvivors(ctx, [decisive.customerId], session)).get(decisive.customerId)
  if (!survivor) return null
  const rule = decisive.type === 'CHANNEL_ACCOUNT' ? 'CHANNEL_ACCOUNT' : 'VERIFIED_IDENTIFIER'
  return { customerId: survivor._id, rule }
}

async function newProfile(
  ctx: ServiceContext,
  { startedAt }: SessionStarted,
  session: ClientSession,
): Promise<Decision> {
  const customerId = newId()
  await Customers(ctx.db).create(
    [{ _id: customerId, createdAt: ctx.now(), lastSeenAt: startedAt, nameTerms: [], identifierTerms: [] }],
    { session },
  )
  return { customerId, rule: 'NEW_PROFILE' }
}
