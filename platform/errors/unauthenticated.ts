import { defineError } from './define-error.ts'

/** Nobody is signed in, or the proof of identity does not hold. */
export const unauthenticated = defineError('UNAUTHENTICATED', 401, () => 'Sign in to do this.')
