import type { ContactRecord } from '../models/contact.ts'
import type { ContactChange } from './contact-change.ts'

/**
 * The contact after a change: the same as `changeContacts` does in the store, for simulation and proof. Pure.
 */
export function applyChange(contact: ContactRecord, change: ContactChange): ContactRecord {
  const next: ContactRecord = { ...contact, ...change.same }
  take(next, change.earliest, -1)
  take(next, change.latest, 1)
  take(next, { lastAt: change.at }, 1)
  for (const [field, by] of Object.entries(change.count ?? {}) as Array<
    ['messagesIn' | 'messagesOut', number]
  >) {
    next[field] = (next[field] ?? 0) + by
  }
  return next
}

function take(contact: ContactRecord, values: Partial<ContactRecord> | undefined, direction: 1 | -1): void {
  for (const [field, value] of Object.entries(values ?? {}) as Array<[keyof ContactRecord, unknown]>) {
    const known = contact[field]
    if (known === undefined || compare(value, known) === direction) Object.assign(contact, { [field]: value })
  }
}

/** The order in which MongoDB compares: dates by time, texts by bytes, documents field by field, false before true. */
function compare(one: unknown, other: unknown): -1 | 0 | 1 {
  if (isPart(one) && isPart(other)) {
    for (const key of Object.keys(one)) {
      const order = compare(one[key], other[key])
      if (order !== 0) return order
    }
    return 0
  }
  const [a, b] = [one, other].map((value) => (value instanceof Date ? value.getTime() : value)) as [
    number,
    number,
  ]
  return a < b ? -1 : a > b ? 1 : 0
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}
