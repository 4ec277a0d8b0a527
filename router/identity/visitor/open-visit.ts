import { createHash } from 'node:crypto'
import type { VerifiedIdentity } from '#platform/identity/verified-identity.ts'
import { newId } from '#platform/ids/new-id.ts'
import type { Identity } from '../identity.ts'
import type { Visit } from '../issuer.ts'

/** How long an unknown visitor can come back to the same conversation without renewing. */
const anonymousMs = 30 * 24 * 60 * 60_000
/** How long a page's word holds; then it has to say again who is there. */
const verifiedMs = 24 * 60 * 60_000

/** A widget's token. */
export interface OpenedVisit {
  token: string
  visitorId: string
  expiresAt: Date
  verified?: { subject: string; name?: string | undefined }
}

/** A new visit. A verified user has the same visitor id at every visit, and so the same line of conversation. */
export const newVisit = (account: string, verified: VerifiedIdentity | undefined): Visit => ({
  visitorId: verified ? visitorIdOf(account, verified) : newId(),
  visitId: newId(),
  verified,
})

/** Gives the token of a visit, new or renewed. */
export async function openVisit(
  { ctx, issuer }: Pick<Identity, 'ctx' | 'issuer'>,
  visit: Visit,
): Promise<OpenedVisit> {
  const { visitorId, verified } = visit
  const lifetimeMs = verified ? verifiedMs : anonymousMs
  const expiresAt = new Date(Math.floor((ctx.now().getTime() + lifetimeMs) / 1_000) * 1_000)
  return {
    token: await issuer.issueVisitor(visit, expiresAt),
    visitorId,
    expiresAt,
    ...(verified ? { verified: { subject: verified.subject, name: verified.name } } : {}),
  }
}

/** When no token of a visit can hold any more, however often it was renewed until now. */
export const lastToken = (now: Date): Date => new Date(now.getTime() + anonymousMs)

/** A UUID of its own kind (RFC 9562, section 5.8) out of who somebody is. It opens nothing: tokens do. */
function visitorIdOf(account: string, { issuer, subject }: VerifiedIdentity): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([account, issuer, subject]))
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
