import type { ContactOutcome } from '../contact-outcome.ts'

/** What was measured of some contacts in one replication; NaN where there was nothing to measure. */
export interface PlayedFigures {
  contacts: number
  serviceLevel: number
  occupancy: number
  abandonRate: number
  waitMs: number
}

/** What was measured in one replication. */
export interface PlayedHours {
  overall: PlayedFigures
  queues: Map<string, PlayedFigures>
}

/** Counts how contacts went. */
export interface ContactTally {
  add(outcome: ContactOutcome): void
  figures(): Omit<PlayedFigures, 'occupancy'>
}

/** @param untilMs who still waits then, with a target that passes later, counts neither as answered in time nor as not */
export function createContactTally(untilMs: number): ContactTally {
  let [contacts, judged, met, abandoned, waitedMs] = [0, 0, 0, 0, 0]
  return {
    add({ contact, kind, waitMs }) {
      contacts += 1
      waitedMs += waitMs
      if (kind === 'ABANDONED') abandoned += 1
      if (kind === 'UNSERVED' && contact.arrivesAtMs + contact.targetMs > untilMs) return
      judged += 1
      if (kind === 'ANSWERED' && waitMs <= contact.targetMs) met += 1
    },
    figures: () => ({
      contacts,
      serviceLevel: met / judged,
      abandonRate: abandoned / contacts,
      waitMs: waitedMs / contacts,
    }),
  }
}
