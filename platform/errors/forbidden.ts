import { defineError } from './define-error.ts'

/** The viewer is known and may not do this. `needs` names the roles or the ownership that would allow it. */
export const forbidden = defineError<{ needs?: string[] }>('FORBIDDEN', 403, ({ needs }) =>
  needs?.length ? `This needs one of: ${needs.join(', ')}.` : 'This is not yours to see or to change.',
)
