import type { Word } from './use-words.ts'

const words: Record<string, Word> = {
  DUPLICATE: 'refusal.DUPLICATE',
  DUPLICATE_POLICY: 'refusal.DUPLICATE_POLICY',
  FALLBACK_QUEUE: 'refusal.FALLBACK_QUEUE',
  IN_USE: 'refusal.IN_USE',
  INVALID_ID: 'refusal.INVALID_ID',
  INVALID_NAME: 'refusal.INVALID_NAME',
  MEDIA_TYPE_MISMATCH: 'refusal.MEDIA_TYPE_MISMATCH',
  NOT_A_RELAXATION: 'refusal.NOT_A_RELAXATION',
  NOT_FOUND: 'refusal.NOT_FOUND',
  OUT_OF_RANGE: 'refusal.OUT_OF_RANGE',
  OVERFLOWS_TO_ITSELF: 'refusal.OVERFLOW',
  OVERFLOW_CYCLE: 'refusal.OVERFLOW',
  QUEUE_IN_USE: 'refusal.QUEUE_IN_USE',
  QUEUE_NOT_EMPTY: 'refusal.QUEUE_NOT_EMPTY',
  REQUIRED: 'refusal.REQUIRED',
  TOO_MANY: 'refusal.TOO_MANY',
}

/** The words for the code of a refused field; codes without their own get the general ones. */
export const refusalWord = (code: string): Word => words[code] ?? 'refusal.OTHER'
