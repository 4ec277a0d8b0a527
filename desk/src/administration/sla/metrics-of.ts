import type { MediaType, SlaMetric } from '../../generated/operations.ts'

/** Which clocks there are for a kind of contact; in a call there is no next message. */
export const metricsOf = (mediaType: MediaType): readonly SlaMetric[] =>
  mediaType === 'VOICE'
    ? ['SPEED_OF_ANSWER', 'RESOLUTION']
    : ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION']
