import { createHmac } from 'node:crypto'
import { safeEqual } from '#platform/identity/constant-time.ts'
import type { IssuerKey } from './issuer-key.ts'

/** What a refresh token of ours names: the session, and how often it has been refreshed. */
export interface RefreshClaim {
  sessionId: string
  generation: number
}

const format = /^(?<session>[\w-]{1,64})\.(?<generation>\d{1,9})\.(?<mac>[\w-]{43})$/

const macOf = ({ refreshSecret }: IssuerKey, sessionId: string, generation: number): string =>
  createHmac('sha256', refreshSecret).update(`${sessionId}.${generation}`).digest('base64url')

/**
 * The refresh token of a generation. It follows from the key, so that nothing secret is kept, and an answer that was
 * lost can be given once more.
 */
export function refreshToken(key: IssuerKey, { sessionId, generation }: RefreshClaim): string {
  return `${sessionId}.${generation}.${macOf(key, sessionId, generation)}`
}

/** Reads a refresh token; nothing when none of our keys made it. */
export function readRefreshToken(keys: readonly IssuerKey[], token: string): RefreshClaim | undefined {
  const parts = format.exec(token)?.groups
  if (!parts) return undefined
  const sessionId = parts['session'] as string
  const generation = Number(parts['generation'])
  const ours = keys.some((key) => safeEqual(macOf(key, sessionId, generation), parts['mac'] as string))
  return ours ? { sessionId, generation } : undefined
}
