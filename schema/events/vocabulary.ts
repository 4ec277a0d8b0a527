import type { Lane } from '#platform/queues/lanes.ts'
import { z } from 'zod'

/** Kinds of contact that routing and SLA policies tell apart; a channel (telegram, web-chat, …) belongs to one of them. */
export const mediaType = z.enum(['VOICE', 'CHAT', 'SOCIAL', 'EMAIL'])
export type MediaType = z.infer<typeof mediaType>

const lanes = {
  VOICE: 'urgent',
  CHAT: 'prompt',
  SOCIAL: 'ordinary',
  EMAIL: 'patient',
} as const satisfies Record<MediaType, Lane>

/** The lane in which news of such a contact travel: phone never waits behind social. */
export function laneOf(kind: MediaType | undefined): Lane | undefined {
  return kind && lanes[kind]
}

/** Something that points to a customer. Only a verified one (the provider authenticated it) may link people by itself. */
export const identifier = z.object({
  type: z.enum(['PHONE', 'EMAIL', 'CHANNEL_ACCOUNT', 'EXTERNAL_ID']),
  /** E.164 for PHONE, lower case for EMAIL, `channel:account:sourceId` for CHANNEL_ACCOUNT. */
  value: z.string().min(1).max(320),
  verified: z.boolean(),
})
export type Identifier = z.infer<typeof identifier>

/** Which clock of an SLA policy runs. */
export const slaMetric = z.enum(['SPEED_OF_ANSWER', 'FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'])
export type SlaMetric = z.infer<typeof slaMetric>

/** How a reservation ended, or that it goes on. */
export const reservationStatus = z.enum([
  'PENDING',
  'ACCEPTED',
  'REJECTED',
  'TIMED_OUT',
  'CANCELED',
  'RESCINDED',
  'WRAPPING',
  'COMPLETED',
])
export type ReservationStatus = z.infer<typeof reservationStatus>

/** What an agent says of their readiness. */
export const presenceStatus = z.enum(['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'])
export type PresenceStatus = z.infer<typeof presenceStatus>

/** An instant on the wire: ISO 8601 in UTC; parsed to a Date. */
export const instant = z.coerce.date()
