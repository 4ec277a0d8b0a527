import type { Decision } from '../../models/work-item.ts'

/** The `$push` that keeps a decision with its work item; the newest fifty stay. */
export function decided(decision: Decision): { decisions: { $each: Decision[]; $slice: number } } {
  return { decisions: { $each: [decision], $slice: -50 } }
}
