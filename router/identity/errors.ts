import { defineError } from '#platform/errors/define-error.ts'

/** The e-mail or the password is wrong; which of them is not told. */
export const signInRefused = defineError('SIGN_IN_REFUSED', 401, () => 'The e-mail or the password is wrong.')

/** Too many attempts. `retryAfterSec` says when the next one will be looked at. */
export const rateLimited = defineError<{ retryAfterSec: number }>(
  'RATE_LIMITED',
  429,
  ({ retryAfterSec }) => `Too many attempts. Try again in ${retryAfterSec} s.`,
)

/** Another account has this e-mail; `id` is that account's. */
export const emailInUse = defineError<{ id: string }>(
  'EMAIL_IN_USE',
  409,
  () => 'Another account has this e-mail.',
)

/** The page's origin is not one that may do this. */
export const originRefused = defineError('ORIGIN_REFUSED', 403, () => 'This page may not do this.')
