import type { CapacityRecord } from '../../models/agent.ts'
import type { Refusal } from '../refusal.ts'

const maxTotal = 10_000
const weights = ['voice', 'chat', 'social', 'email'] as const satisfies ReadonlyArray<keyof CapacityRecord>

/** Refuses weights that are no whole numbers from 1 to the total: a contact that weighs more could never be offered. */
export function checkCapacity(capacity: CapacityRecord): Refusal[] {
  const { total } = capacity
  if (!Number.isInteger(total) || total < 1 || total > maxTotal) {
    const message = `A capacity is a whole number from 1 to ${maxTotal}.`
    return [{ field: 'capacity.total', code: 'OUT_OF_RANGE', message }]
  }
  return weights
    .filter((field) => !Number.isInteger(capacity[field]) || capacity[field] < 1 || capacity[field] > total)
    .map((field) => ({
      field: `capacity.${field}`,
      code: 'OUT_OF_RANGE',
      message: 'A weight is a whole number from 1 to the total.',
    }))
}
