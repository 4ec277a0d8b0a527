import type { TrainingState } from '../generated/operations.ts'

/** What can be done with a training. */
export type TrainingStep =
  | 'accept'
  | 'decline'
  | 'start'
  | 'note'
  | 'submit'
  | 'certify'
  | 'return'
  | 'cancel'

/** In whose name: the agent concerned, or a supervisor. Nobody certifies themselves. */
export type TrainingRole = 'agent' | 'supervisor'

const steps: Partial<Record<TrainingState, Record<TrainingRole, readonly TrainingStep[]>>> = {
  PROPOSED: { agent: ['decline'], supervisor: ['accept', 'decline'] },
  ACCEPTED: { agent: ['start', 'decline'], supervisor: ['start', 'cancel'] },
  IN_PROGRESS: { agent: ['submit', 'note'], supervisor: ['submit', 'note', 'cancel'] },
  READY_FOR_CERTIFICATION: { agent: ['note'], supervisor: ['certify', 'return', 'cancel'] },
}

/** What this person can do with a training that stands there, the usual step first; with one that is over, nothing. */
export const trainingSteps = (state: TrainingState, role: TrainingRole): readonly TrainingStep[] =>
  steps[state]?.[role] ?? []
