import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import { identityResolved } from '#schema/events/identity-resolved.ts'
import { messageRecorded } from '#schema/events/message-recorded.ts'
import { sessionEnded } from '#schema/events/session-ended.ts'
import { sessionStarted } from '#schema/events/session-started.ts'
import type { Identifier } from '#schema/events/vocabulary.ts'
import { customerSubgraph } from '../definition.ts'
import { ChannelIdentityLinks } from '../models/channel-identity-link.ts'
import { Customers } from '../models/customer.ts'
import { Identifiers } from '../models/identifier.ts'
import { Touchpoints } from '../models/touchpoint.ts'
import { findSuggestions } from './find-suggestions.ts'
import { findSurvivors } from './find-survivors.ts'

const { consumers = [] } = customerSubgraph
const noon = new Date('2026-11-23T12:00:00.000Z')
let service: TestService

beforeAll(async () => {
  service = await createTestService({ name: 'customer', consumers, working: false, now: () => noon })
})
afterAll(() => service.stop())

function contact(
  identifiers: Identifier[],
  changes: Partial<z.input<(typeof sessionStarted)['payload']>> = {},
) {
  return {
    sessionId: newId(),
    conversationId: newId(),
    channelIdentityId: newId(),
    channel: 'telegram',
    account: 'main',
    mediaType: 'SOCIAL' as const,
    identifiers,
    startedAt: noon,
    ...changes,
  }
}

const proved = (type: Identifier['type'], value: string): Identifier => ({ type, value, verified: true })
const claimed = (type: Identifier['type'], value: string): Identifier => ({ type, value, verified: false })

async function arrive(payload: ReturnType<typeof contact>): Promise<{ customerId: string; rule: string }> {
  const before = service.emitted(identityResolved).length
  await deliver(service.ctx, consumers, sessionStarted, payload)
  const event = service
    .emitted(identityResolved)
    .slice(before)
    .find((one) => one.aggregateId === payload.channelIdentityId)
  if (!event) throw new Error('no identity was resolved')
  return event.payload
}

describe('whose a contact is', () => {
  test('the same channel account again is the same customer', async () => {
    const channelIdentityId = newId()
    const first = await arrive(contact([], { channelIdentityId }))
    const again = await arrive(contact([], { channelIdentityId }))
    expect(first.rule).toBe('NEW_PROFILE')
    expect(again).toMatchObject({ customerId: first.customerId, rule: 'CHANNEL_ACCOUNT' })
  })

  test('a proved number that is known links another channel, however it is written', async () => {
    const first = await arrive(contact([proved('PHONE', '+1 (415) 555-2671')]))
    const other = await arrive(contact([proved('PHONE', '+14155552671')]))
    expect(other).toMatchObject({ customerId: first.customerId, rule: 'VERIFIED_IDENTIFIER' })
  })

  test('a user whom a site has proved is one customer on all devices, and one with that e-mail elsewhere', async () => {
    const user = [proved('EXTERNAL_ID', 'web-chat:main:user-7'), proved('EMAIL', 'user7@example.org')]
    const first = await arrive(contact(user, { channel: 'web-chat', mediaType: 'CHAT' }))
    const again = await arrive(contact(user, { channel: 'web-chat', mediaType: 'CHAT' }))
    const byMail = await arrive(contact([proved('EMAIL', 'User7@example.org')]))
    const sameIdElsewhere = await arrive(contact([proved('EXTERNAL_ID', 'web-chat:club:user-7')]))
    expect(again).toMatchObject({ customerId: first.customerId, rule: 'VERIFIED_IDENTIFIER' })
    expect(byMail).toMatchObject({ customerId: first.customerId, rule: 'VERIFIED_IDENTIFIER' })
    expect(sameIdElsewhere.customerId).not.toBe(first.customerId)
  })

  test('a typed address links nobody; it makes a suggestion on both sides', async () => {
    const owner = await arrive(contact([proved('EMAIL', 'Mei@example.org')]))
    const typed = await arrive(contact([claimed('EMAIL', 'mei@EXAMPLE.org')]))
    expect(typed.rule).toBe('NEW_PROFILE')
    expect(typed.customerId).not.toBe(owner.customerId)
    const suggestions = await findSuggestions(service.ctx, [owner.customerId, typed.customerId])
    expect(suggestions.get(typed.customerId)).toMatchObject([
      { customer: { _id: owner.customerId }, identifier: { value: 'mei@example.org' }, confidence: 0.8 },
    ])
    expect(suggestions.get(owner.customerId)).toMatchObject([{ customer: { _id: typed.customerId } }])
  })

  test('a claim never opens the way for a proof of somebody else', async () => {
    const claimer = await arrive(contact([claimed('PHONE', '+442079460018')]))
    const owner = await arrive(contact([proved('PHONE', '+442079460018')]))
    expect(owner).toMatchObject({ rule: 'NEW_PROFILE' })
    expect(owner.customerId).not.toBe(claimer.customerId)
  })

  test('a claim that its own customer proves later becomes a proof', async () => {
    const channelIdentityId = newId()
    const { customerId } = await arrive(contact([claimed('EMAIL', 'li@example.org')], { channelIdentityId }))
    await arrive(contact([proved('EMAIL', 'li@example.org')], { channelIdentityId }))
    const kept = await Identifiers(service.ctx.db).find({ customerId }).lean()
    expect(kept).toMatchObject([{ value: 'li@example.org', verified: true, verifiedAt: noon }])
  })

  test('the first name and language that a channel tells stay, also a name like $name', async () => {
    const channelIdentityId = newId()
    const told = contact([], { channelIdentityId, displayName: '$name', locale: 'zh-CN' })
    const { customerId } = await arrive(told)
    await arrive({ ...told, sessionId: newId(), displayName: 'Somebody else', locale: 'en' })
    const customer = await Customers(service.ctx.db).findById(customerId).lean()
    expect(customer).toMatchObject({
      name: '$name',
      nameSource: 'CHANNEL',
      nameTerms: ['$name'],
      locale: 'zh-CN',
    })
  })

  test('a withheld number is nobody', async () => {
    const withheld = [claimed('PHONE', 'anonymous'), proved('CHANNEL_ACCOUNT', 'phone:main:anonymous-1')]
    const { customerId } = await arrive(contact(withheld))
    const kept = await Identifiers(service.ctx.db).find({ customerId }).lean()
    expect(kept.map(({ type }) => type)).toEqual(['CHANNEL_ACCOUNT'])
  })

  test('proofs of two people: the stronger decides, the other stays theirs and is suggested', async () => {
    const byMail = await arrive(contact([proved('EMAIL', 'wang@example.org')]))
    const byLogin = await arrive(contact([proved('EXTERNAL_ID', 'user-77')]))
    const both = await arrive(
      contact([proved('EMAIL', 'wang@example.org'), proved('EXTERNAL_ID', 'user-77')]),
    )
    expect(both.customerId).toBe(byLogin.customerId)
    const suggestions = await findSuggestions(service.ctx, [byLogin.customerId])
    expect(suggestions.get(byLogin.customerId)).toMatchObject([{ customer: { _id: byMail.customerId } }])
  })

  test('what pointed to a merged profile leads to its survivor', async () => {
    const channelIdentityId = newId()
    const merged = await arrive(contact([proved('EMAIL', 'old@example.org')], { channelIdentityId }))
    const survivor = await arrive(contact([]))
    await Customers(service.ctx.db).updateOne({ _id: merged.customerId }, { mergedInto: survivor.customerId })
    expect((await arrive(contact([], { channelIdentityId }))).customerId).toBe(survivor.customerId)
    expect((await arrive(contact([proved('EMAIL', 'old@example.org')]))).customerId).toBe(survivor.customerId)
    const found = await findSurvivors(service.ctx, [merged.customerId, survivor.customerId])
    expect([...found.values()].map(({ _id }) => _id)).toEqual([survivor.customerId, survivor.customerId])
  })

  test('a circle of merges is no profile rather than no end', async () => {
    const one = await arrive(contact([]))
    const two = await arrive(contact([]))
    await Customers(service.ctx.db).updateOne({ _id: one.customerId }, { mergedInto: two.customerId })
    await Customers(service.ctx.db).updateOne({ _id: two.customerId }, { mergedInto: one.customerId })
    expect(await findSurvivors(service.ctx, [one.customerId])).toEqual(new Map())
  })
})

describe('races', () => {
  async function untilDelivered(payload: ReturnType<typeof contact>): Promise<void> {
    const id = newId()
    // The queue delivers again what a lost race threw back; so does this.
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await deliver(service.ctx, consumers, sessionStarted, payload, id)
      } catch (error) {
        if (attempt === 20) throw error
      }
    }
  }

  test('20 first contacts at once with one proved number make one customer', async () => {
    const contacts = Array.from({ length: 20 }, () => contact([proved('PHONE', '+8613800138000')]))
    await Promise.all(contacts.map(untilDelivered))
    const links = await ChannelIdentityLinks(service.ctx.db)
      .find({ _id: { $in: contacts.map(({ channelIdentityId }) => channelIdentityId) } })
      .lean()
    expect(links).toHaveLength(20)
    expect(new Set(links.map(({ customerId }) => customerId)).size).toBe(1)
    expect(links.filter(({ rule }) => rule === 'NEW_PROFILE')).toHaveLength(1)
    expect(await Identifiers(service.ctx.db).countDocuments({ value: '+8613800138000' })).toBe(1)
  })

  test('10 sessions at once of one channel account make one customer, and no orphan profile', async () => {
    const before = await Customers(service.ctx.db).countDocuments()
    const channelIdentityId = newId()
    const contacts = Array.from({ length: 10 }, () => contact([], { channelIdentityId }))
    await Promise.all(contacts.map(untilDelivered))
    expect(await Customers(service.ctx.db).countDocuments()).toBe(before + 1)
    const touchpoints = await Touchpoints(service.ctx.db).find({
      _id: { $in: contacts.map((one) => one.sessionId) },
    })
    expect(new Set(touchpoints.map(({ customerId }) => customerId)).size).toBe(1)
  })

  test('an event that comes twice counts once', async () => {
    const payload = contact([])
    const id = newId()
    await deliver(service.ctx, consumers, sessionStarted, payload, id)
    const before = service.emitted(identityResolved).length
    await deliver(service.ctx, consumers, sessionStarted, payload, id)
    expect(service.emitted(identityResolved)).toHaveLength(before)
  })
})

describe('a contact whose events come in any order', () => {
  const orders = [
    ['started', 'first', 'second', 'ended'],
    ['second', 'first', 'ended', 'started'],
    ['ended', 'second', 'started', 'first'],
    ['first', 'started', 'ended', 'second'],
  ]
  test.each(orders)('%s, %s, %s, %s gives the same', async (...order) => {
    const payload = contact([])
    const message = { ...payload, messageId: newId(), author: 'CUSTOMER' as const, kind: 'TEXT' }
    const secondAt = new Date(noon.getTime() + 60_000)
    const endedAt = new Date(noon.getTime() + 90_000)
    const steps: Record<string, () => Promise<void>> = {
      started: () => deliver(service.ctx, consumers, sessionStarted, payload),
      first: () =>
        deliver(service.ctx, consumers, messageRecorded, {
          ...message,
          sequence: 1,
          text: 'Hello  there',
          sentAt: noon,
        }),
      second: () =>
        deliver(service.ctx, consumers, messageRecorded, {
          ...message,
          sequence: 10,
          text: 'Again',
          sentAt: secondAt,
        }),
      ended: () =>
        deliver(service.ctx, consumers, sessionEnded, {
          ...payload,
          endedBy: 'CUSTOMER',
          answered: true,
          endedAt,
        }),
    }
    for (const step of order) await steps[step]?.()
    const touchpoint = await Touchpoints(service.ctx.db).findById(payload.sessionId).lean()
    expect(touchpoint).toMatchObject({
      first: { sequence: 1, preview: 'Hello there' },
      startedAt: noon,
      endedAt,
    })
    const customer = await Customers(service.ctx.db).findById(touchpoint?.customerId).lean()
    expect(customer?.lastSeenAt).toEqual(secondAt)
  })
})
