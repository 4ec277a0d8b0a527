import type { Word } from './use-words.ts'

const words: Record<string, Word> = {
  UNREACHABLE: 'problem.UNREACHABLE',
  FORBIDDEN: 'problem.FORBIDDEN',
  NOT_FOUND: 'problem.NOT_FOUND',
  UNAUTHENTICATED: 'problem.UNAUTHENTICATED',
  SIGN_IN_REFUSED: 'problem.SIGN_IN_REFUSED',
  RATE_LIMITED: 'problem.RATE_LIMITED',
  RESERVATION_NOT_PENDING: 'problem.RESERVATION_NOT_PENDING',
  NOT_YOUR_SESSION: 'problem.NOT_YOUR_SESSION',
  OUTDATED: 'problem.OUTDATED',
  CERTIFIER_IS_TRAINEE: 'refusal.CERTIFIER_IS_TRAINEE',
  TRAINING_STATE_CHANGED: 'problem.TRAINING_STATE_CHANGED',
  NO_ROUTING_PROFILE: 'problem.NO_ROUTING_PROFILE',
}

/** The words for an error's code; codes without their own get the general ones. */
export const problemWord = (code: string): Word => words[code] ?? 'problem.OTHER'
