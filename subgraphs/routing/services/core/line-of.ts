import type { MediaType } from '#schema/events/vocabulary.ts'

/** Contacts of one line need the same skills and weigh the same: a free agent can serve all of them or none. */
export function lineOf(queueId: string, mediaType: MediaType): string {
  return `${queueId}/${mediaType}`
}
