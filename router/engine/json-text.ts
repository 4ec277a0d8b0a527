import type { Json } from './json.ts'

// quote, backslash, control characters, and surrogates (JSON.stringify escapes the lone ones)
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/

/** The JSON text of a string. Short plain strings, nearly all there are, need no escaping. */
export function stringText(value: string): string {
  return value.length < 64 && !needsEscape.test(value) ? `"${value}"` : JSON.stringify(value)
}

/** The JSON text of any value; an absent one is null. */
export function valueText(value: Json): string {
  if (typeof value === 'string') return stringText(value)
  if (typeof value === 'number') return `${value}`
  if (value === null || value === undefined) return 'null'
  return JSON.stringify(value)
}
