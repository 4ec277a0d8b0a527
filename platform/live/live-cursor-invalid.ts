import { defineError } from '../errors/define-error.ts'

/** The cursor belongs to another topic, or to none. */
export const liveCursorInvalid = defineError<{ topic: string }>(
  'LIVE_CURSOR_INVALID',
  400,
  () => 'This cursor is not one of this topic. Load the list anew and follow from there.',
)
