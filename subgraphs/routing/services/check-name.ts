import type { Refusal } from './refusal.ts'

/** Refuses a name that nobody could read on a board. */
export function checkName(name: string): Refusal[] {
  if (name.trim().length > 0 && name.length <= 200) return []
  return [{ field: 'name', code: 'INVALID_NAME', message: 'Give a name of 1 to 200 characters.' }]
}
