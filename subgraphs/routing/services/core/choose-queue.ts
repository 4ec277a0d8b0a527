import type { MediaType } from '#schema/events/vocabulary.ts'
import { isLanguage } from './language-of.ts'
import type { SkillNeed } from './skill-need.ts'

/** The queue that takes what fits nowhere else, so that nothing is lost; a migration makes it. */
export const fallbackQueueId = 'general'

/** A queue that contacts may go to. */
export interface QueueChoice {
  id: string
  mediaTypes: readonly MediaType[]
  domain?: string
  requiredSkills: readonly SkillNeed[]
}

/** What is known of a contact when it asks for work. */
export interface Contact {
  mediaType: MediaType
  domain?: string
  language?: string
}

/** The queue for a contact, and why. */
export interface ChosenQueue {
  queueId: string
  reason: 'DOMAIN_AND_LANGUAGE' | 'DOMAIN' | 'LANGUAGE' | 'MEDIA_TYPE' | 'FALLBACK'
}

/**
 * Chooses the queue for a contact: it has to take the media type, and its domain and languages must not be others
 * than the contact's. Of those that fit, the same domain counts most, then the same language; then the lesser id, so
 * that the choice is always the same.
 */
export function chooseQueue(queues: readonly QueueChoice[], contact: Contact): ChosenQueue {
  const fitting = queues
    .filter((queue) => queue.id !== fallbackQueueId && fits(queue, contact))
    .map((queue) => ({ queue, domain: queue.domain !== undefined, language: languagesOf(queue).length > 0 }))
    .sort(
      (a, b) =>
        Number(b.domain) - Number(a.domain) ||
        Number(b.language) - Number(a.language) ||
        (a.queue.id < b.queue.id ? -1 : 1),
    )
  const best = fitting[0]
  if (!best) return { queueId: fallbackQueueId, reason: 'FALLBACK' }
  if (best.domain) return { queueId: best.queue.id, reason: best.language ? 'DOMAIN_AND_LANGUAGE' : 'DOMAIN' }
  return { queueId: best.queue.id, reason: best.language ? 'LANGUAGE' : 'MEDIA_TYPE' }
}

function fits(queue: QueueChoice, contact: Contact): boolean {
  return (
    queue.mediaTypes.includes(contact.mediaType) &&
    (queue.domain === undefined || queue.domain === contact.domain) &&
    languagesOf(queue).every((language) => language === contact.language)
  )
}

function languagesOf(queue: QueueChoice): string[] {
  return queue.requiredSkills.map(({ skillId }) => skillId).filter(isLanguage)
}
