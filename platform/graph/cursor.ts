import { badUserInput } from '../errors/bad-user-input.ts'

/** What a list is ordered by; the last one has to be unique (the id). */
export type CursorValue = string | number | Date | null

/** The opaque cursor of a place in a list. */
export function encodeCursor(values: readonly CursorValue[]): string {
  const tagged = values.map((value) => (value instanceof Date ? { ms: value.getTime() } : value))
  return Buffer.from(JSON.stringify(tagged)).toString('base64url')
}

/**
 * The place that a cursor stands for.
 * @throws BAD_USER_INPUT when it is not one of ours
 */
export function decodeCursor(cursor: string): CursorValue[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(values)) throw new TypeError('not a list')
    return values.map(untag)
  } catch {
    throw badUserInput({ field: 'after', reason: 'is not a cursor of this list' })
  }
}

function untag(value: unknown): CursorValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'object' && 'ms' in value && typeof value.ms === 'number') return new Date(value.ms)
  throw new TypeError('not a value of a cursor')
}
