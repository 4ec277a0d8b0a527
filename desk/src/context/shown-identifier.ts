import type { IdentifierType } from '../generated/operations.ts'

/** Of a channel account (channel:account:sourceId) the channel's name; undefined for other identifiers. */
export const channelOfIdentifier = (type: IdentifierType, value: string): string | undefined =>
  type === 'CHANNEL_ACCOUNT' ? value.split(':')[0] : undefined

/** An identifier as a person reads it: of a channel account (channel:account:sourceId) only the last part. */
export const shownIdentifier = (type: IdentifierType, value: string): string =>
  type === 'CHANNEL_ACCOUNT' ? value.split(':').slice(2).join(':') || value : value

/** Without channel accounts that repeat another identifier: a caller's account is the phone number itself. */
export function withoutRepetition<I extends { type: IdentifierType; value: string }>(
  identifiers: readonly I[],
): I[] {
  const others = new Set(
    identifiers
      .filter((identifier) => identifier.type !== 'CHANNEL_ACCOUNT')
      .map((identifier) => identifier.value),
  )
  return identifiers.filter(
    ({ type, value }) => type !== 'CHANNEL_ACCOUNT' || !others.has(shownIdentifier(type, value)),
  )
}
