import { defineError } from '../errors/define-error.ts'

/** Events behind the cursor are not in the store any more. */
export const liveCursorExpired = defineError<{ topic: string }>(
  'LIVE_CURSOR_EXPIRED',
  410,
  () => 'Events behind this cursor are gone. Load the list anew and follow from there.',
)
