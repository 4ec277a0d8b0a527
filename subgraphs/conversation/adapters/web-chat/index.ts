import { z } from 'zod'
import type { VerifiedIdentity } from '#platform/identity/verified-identity.ts'
import { defineAdapter, type PersonIdentifier } from '../contract.ts'

/**
 * Our own widget. Its visitors come through the graph with a token that the router has verified, so there is no
 * webhook; they read answers by subscription, so nothing is pushed.
 */
export const adapter = defineAdapter({
  channel: 'web-chat',
  mediaType: 'CHAT',
  capabilities: { maxTextLength: 4_000, pushesText: false, webhooks: false, receipts: false },
  account: z.object({ channel: z.literal('web-chat'), account: z.string() }),
  verify: () => false,
  parse() {
    throw new Error('web chat has no webhook')
  },
  identifiers: (person, { account }) => [
    { type: 'CHANNEL_ACCOUNT', value: `web-chat:${account}:${person.sourceId}`, verified: true },
    ...(person.proved ? provedIdentifiers(person.proved) : []),
  ],
  send: () => Promise.resolve({ kind: 'sent' }),
})

/** What the site has signed is proof: the user's id there, and the addresses that it answers for. */
function provedIdentifiers({ issuer, subject, email, phone }: VerifiedIdentity): PersonIdentifier[] {
  return [
    { type: 'EXTERNAL_ID', value: `${issuer}:${subject}`, verified: true },
    ...(email ? [{ type: 'EMAIL' as const, value: email, verified: true }] : []),
    ...(phone ? [{ type: 'PHONE' as const, value: phone, verified: true }] : []),
  ]
}
