import type { Saved } from './refusal.ts'

/** Nothing was written, for one reason. */
export function refused(code: string, message: string, field: string | null = null): Saved<never> {
  return { saved: null, refusals: [{ field, code, message }] }
}
