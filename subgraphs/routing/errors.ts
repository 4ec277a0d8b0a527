import { defineError } from '#platform/errors/define-error.ts'

/** The offer was accepted, rejected, timed out or taken back before. */
export const reservationNotPending = defineError<{ reservationId: string }>(
  'RESERVATION_NOT_PENDING',
  409,
  () => 'This offer is no longer open.',
)

/** The staff member has no routing profile, so nothing can be offered to them. */
export const noRoutingProfile = defineError<{ agentId: string }>(
  'NO_ROUTING_PROFILE',
  409,
  () => 'You have no routing profile yet. Ask a supervisor to add you as an agent.',
)

/** An event about a session came before its work request; it is tried again later. */
export const workItemUnknown = defineError<{ sessionId: string }>(
  'WORK_ITEM_UNKNOWN',
  409,
  ({ sessionId }) => `The session ${sessionId} has not asked for work yet.`,
)

/** Another process leads by now; what this one was about to write is not written. */
export const leaseLost = defineError<{ epoch: number }>(
  'LEASE_LOST',
  409,
  ({ epoch }) => `The lease of epoch ${epoch} has passed to another process.`,
)

/** A step of a training that does not stand where the step begins; somebody else may have moved it. */
export const trainingStateChanged = defineError<{ trainingId: string; state: string }>(
  'TRAINING_STATE_CHANGED',
  409,
  ({ state }) => `This training is ${state.toLowerCase().replaceAll('_', ' ')} now.`,
)

/** Whoever is trained does not certify it. */
export const certifierIsTrainee = defineError<{ trainingId: string }>(
  'CERTIFIER_IS_TRAINEE',
  403,
  () => 'Nobody certifies their own training. Ask another supervisor.',
)

/** A what-if would need more than one may take. */
export const simulationTooLarge = defineError<{ what: string; limit: number }>(
  'SIMULATION_TOO_LARGE',
  422,
  ({ what, limit }) =>
    `A simulation takes at most ${limit} ${what}. Choose a shorter time or fewer replications.`,
)

/** As many simulations as may run beside each other are running. */
export const simulationBusy = defineError(
  'SIMULATION_BUSY',
  503,
  () => 'Other simulations are running. Try again in a moment.',
)

/** A what-if did not end within its time. */
export const simulationTooLong = defineError<{ limitMs: number }>(
  'SIMULATION_TOO_LONG',
  422,
  ({ limitMs }) =>
    `The simulation did not end within ${limitMs / 1_000} seconds. Choose a shorter time or fewer replications.`,
)

/** There is nothing in the recorded past that a simulation could start from. */
export const nothingRecorded = defineError<{ what: 'contacts' | 'agents' }>(
  'NOTHING_RECORDED',
  422,
  ({ what }) => `There were no ${what} in that time. Give figures of your own.`,
)
