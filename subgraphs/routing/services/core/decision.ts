import type { MediaType } from '#schema/events/vocabulary.ts'

export interface OfferDecision {
  kind: 'OFFER'
  workItemId: string
  agentId: string
  queueId: string
  mediaType: MediaType
  weight: number
  ring: number
  rule: string
}
