import type { ContactCardFragment } from '../generated/operations.ts'

/** The customer's name, else the channel's name for them; undefined when neither is known. */
export const contactName = (contact: ContactCardFragment): string | undefined =>
  contact.conversation?.customer?.displayName ?? contact.session?.displayName ?? undefined
