import { defineError } from '#platform/errors/define-error.ts'

/** The e-mail or the password is wrong; which of them is not told. */
export const signInRefused = defineError('SIGN_IN_REFUSED', 401, () => 'The e-mail or the password is wrong.')

/** Too many attempts. `retryAfterSec` says when the next one will be looked at. */
export const rateLimited = defineError<{ retryAfterSec: number }>(
  'RATE_LIMITED',
  429,
  ({ retryAfterSec }) => `Too many attempts. Try again in ${retryAfterSec} s.`,
)

/** A refresh token that holds no more; why is of use only to a thief. */
export const sessionEnded = defineError('SESSION_ENDED', 401, () => 'The sign-in has ended. Sign in again.')

/** Told only to whoever has proved to be its owner. */
export const accountDisabled = defineError(
  'ACCOUNT_DISABLED',
  403,
  () => 'This account is disabled. Ask an administrator.',
)

/** At a change of password; not 401, since the session goes on. */
export const passwordWrong = defineError('PASSWORD_WRONG', 403, () => 'The current password is wrong.')

/** Another account has this e-mail; `id` is that account's. */
export const emailInUse = defineError<{ id: string }>(
  'EMAIL_IN_USE',
  409,
  () => 'Another account has this e-mail.',
)

/** Somebody else's account holds what is asked for: its issuer decides. */
export const accountElsewhere = defineError<{ issuer: string }>(
  'ACCOUNT_ELSEWHERE',
  409,
  ({ issuer }) => `This is decided at ${issuer}, where the account comes from.`,
)

/** An admin may not take away the own way in: there would be nobody to give it back. */
export const ownAccount = defineError(
  'OWN_ACCOUNT',
  409,
  () => 'An administrator cannot disable the own account or leave the own role. Ask another one.',
)

/** The page's origin is not one that may do this. */
export const originRefused = defineError('ORIGIN_REFUSED', 403, () => 'This page may not do this.')

/** A token of a known issuer that makes nobody staff here. */
export const noStaffRole = defineError(
  'NO_STAFF_ROLE',
  403,
  () => 'This sign-in has no role here. Ask an administrator.',
)

/** A sign-in at another issuer that cannot be finished; it has to be begun again. */
export const signInIncomplete = defineError<{ reason: string }>(
  'SIGN_IN_INCOMPLETE',
  400,
  ({ reason }) => `The sign-in could not be finished: ${reason}. Begin again.`,
)

/** The issuer cannot be reached, or answers nothing that can be used. */
export const issuerUnavailable = defineError<{ issuer: string }>(
  'ISSUER_UNAVAILABLE',
  503,
  ({ issuer }) => `${issuer} cannot be reached at the moment. Try again later.`,
)

/** A page's signed user that does not hold; there is no anonymous visit in its place. */
export const userTokenRefused = defineError<{ reason: string }>(
  'USER_TOKEN_REFUSED',
  403,
  ({ reason }) => `The page's signed user was refused: ${reason}.`,
)
