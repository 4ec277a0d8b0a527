import type { SlaEventRecord } from '../../models/sla-event.ts'

/** The number of an event that was read from its topic: only numbered events are in it. */
export function sequenceOf({ _id, sequence }: SlaEventRecord): number {
  if (sequence === undefined) throw new Error(`SLA event ${_id} has no number yet`)
  return sequence
}
