import type { CustomerRecord } from '../models/customer.ts'
import type { IdentifierRecord } from '../models/identifier.ts'

/** The customer's name; while none is known their masked identifier, and without one the last digits of their id. */
export function nameToShow(customer: CustomerRecord, identifiers: readonly IdentifierRecord[]): string {
  if (customer.name) return customer.name
  const best =
    identifiers.find(({ type }) => type === 'PHONE') ??
    identifiers.find(({ type }) => type === 'EMAIL') ??
    identifiers.find(({ type }) => type === 'CHANNEL_ACCOUNT')
  return best ? masked(best) : `#${customer._id.slice(-4)}`
}

function masked({ type, value }: IdentifierRecord): string {
  if (type === 'PHONE') return `${value.slice(0, 3)}•••${value.slice(-4)}`
  if (type === 'EMAIL') {
    const at = value.lastIndexOf('@')
    return `${value.slice(0, 1)}•••${value.slice(at)}`
  }
  return `Visitor ${value.slice(-4)}`
}
