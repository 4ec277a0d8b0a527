import type { Refusal } from './refusal.ts'

/** Refuses ids that a person chose badly: they stand in addresses, topics and keys. */
export function checkStableId(field: string, id: string): Refusal[] {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(id)) return []
  return [
    { field, code: 'INVALID_ID', message: 'Use 1 to 64 letters, digits, dots, hyphens or underscores.' },
  ]
}
