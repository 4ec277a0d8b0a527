import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import type { Identifier } from '#schema/events/vocabulary.ts'

const email = z.email().max(320)

/**
 * An identifier in the one form in which it is compared: E.164, a lower-case address, the rest as it is.
 * @returns null for a number or address that cannot be one (a withheld caller's `anonymous`): it points to nobody
 */
export function normalizeIdentifier(given: Identifier): Identifier | null {
  const value = given.value.trim()
  switch (given.type) {
    case 'PHONE': {
      const phone = parsePhoneNumberFromString(value)
      return phone?.isValid() ? { ...given, value: phone.number } : null
    }
    case 'EMAIL': {
      const address = email.safeParse(value.toLowerCase())
      return address.success ? { ...given, value: address.data } : null
    }
    default:
      return value ? { ...given, value } : null
  }
}

/** The identifiers in their compared form, each once (proved wins over claimed), invalid ones left out. */
export function normalizeIdentifiers(given: readonly Identifier[]): Identifier[] {
  const byKey = new Map<string, Identifier>()
  for (const identifier of given.map(normalizeIdentifier)) {
    if (!identifier) continue
    const key = `${identifier.type} ${identifier.value}`
    byKey.set(key, { ...identifier, verified: identifier.verified || (byKey.get(key)?.verified ?? false) })
  }
  return [...byKey.values()]
}
