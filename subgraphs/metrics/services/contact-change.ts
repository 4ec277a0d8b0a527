import type { MediaType } from '#schema/events/vocabulary.ts'
import type { ContactRecord } from '../models/contact.ts'

/**
 * What one event tells of a contact, in the four ways that give the same contact in whatever order events come. All
 * but `count` may also come twice; counts rely on each event being consumed once (by its id).
 */
export interface ContactChange {
  /** The same in every event that tells it. */
  same?: { channel?: string; mediaType?: MediaType }
  /** The least of all wins. */
  earliest?: Partial<
    Pick<
      ContactRecord,
      'startedAt' | 'queued' | 'answered' | 'ended' | 'closedAt' | 'slaWarnedAt' | 'slaMetAt' | 'slaMissedAt'
    >
  >
  /** The greatest of all wins. */
  latest?: Partial<Pick<ContactRecord, 'wrappedUp'>>
  count?: Partial<Record<'messagesIn' | 'messagesOut', number>>
  /** When it happened. */
  at: Date
}
