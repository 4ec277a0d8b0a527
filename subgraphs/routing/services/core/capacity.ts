import type { MediaType } from '#schema/events/vocabulary.ts'

/** How much an agent can have in hand at once, in integer weights. */
export interface Capacity {
  total: number
  voice: number
  chat: number
  social: number
  email: number
}

/** A call takes all; otherwise three chats, or five social messages or e-mails, or a mix of them. */
export const defaultCapacity: Readonly<Capacity> = { total: 60, voice: 60, chat: 20, social: 12, email: 12 }

/** What one contact of this kind takes of the capacity. */
export function weightOf(capacity: Capacity, mediaType: MediaType): number {
  switch (mediaType) {
    case 'VOICE':
      return capacity.voice
    case 'CHAT':
      return capacity.chat
    case 'SOCIAL':
      return capacity.social
    case 'EMAIL':
      return capacity.email
  }
}
