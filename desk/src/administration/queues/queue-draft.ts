import { durationMs } from '../../time/duration.ts'
import type { QueueSettingsFragment, SaveQueueInput } from '../../generated/operations.ts'
import type { SkillNeed } from '../../forms/SkillNeeds.tsx'

/** A step behind the queue's own needs, as the form holds it. */
export interface StepDraft {
  /** Tells steps apart while they are moved and removed. */
  key: number
  relaxAfter: string
  requiredSkills: SkillNeed[]
  overflowQueueIds: string[]
  advance: string
}

/** A queue as the form holds it. */
export type QueueDraft = Required<Omit<SaveQueueInput, 'requiredSkills' | 'routingSteps' | 'mediaTypes'>> & {
  mediaTypes: SaveQueueInput['mediaTypes'] & unknown[]
  requiredSkills: SkillNeed[]
  routingSteps: StepDraft[]
}

const needsOf = (needs: QueueSettingsFragment['requiredSkills']): SkillNeed[] =>
  needs.map(({ skill, minimumProficiency }) => ({ skillId: skill.id, minimumProficiency }))

/** The form of a queue that is there. */
export const draftOfQueue = (queue: QueueSettingsFragment): QueueDraft => ({
  id: queue.id,
  name: queue.name,
  mediaTypes: [...queue.mediaTypes],
  domain: queue.domain,
  requiredSkills: needsOf(queue.requiredSkills),
  reservationTimeout: queue.reservationTimeout,
  // The first step is the queue's own needs.
  routingSteps: queue.routingPolicy.steps.slice(1).map((step, key) => ({
    key,
    relaxAfter: step.relaxAfter,
    requiredSkills: needsOf(step.requiredSkills),
    overflowQueueIds: step.overflowQueues.map(({ id }) => id),
    advance: step.advance,
  })),
  whenOfferMissed: queue.whenOfferMissed,
  wrapUpLimit: queue.wrapUpLimit,
  silentAfter: queue.silentAfter,
  maxWaiting: queue.maxWaiting,
  overflowTo: queue.overflowTo?.id ?? null,
  serviceLevelGoal: queue.serviceLevelGoal,
})

/** The form of a queue that is to be made. */
export const newQueueDraft = (): QueueDraft => ({
  id: '',
  name: '',
  mediaTypes: [],
  domain: null,
  requiredSkills: [],
  reservationTimeout: 'PT30S',
  routingSteps: [],
  whenOfferMissed: 'AWAY',
  wrapUpLimit: 'PT10M',
  silentAfter: null,
  maxWaiting: null,
  overflowTo: null,
  serviceLevelGoal: 0.8,
})

/** The next step of a form: a minute later than the last, with the needs that it may still lower. */
export function nextStep(draft: QueueDraft): StepDraft {
  const last = draft.routingSteps.at(-1)
  return {
    key: Math.max(-1, ...draft.routingSteps.map(({ key }) => key)) + 1,
    relaxAfter: last ? minuteAfter(last.relaxAfter) : 'PT60S',
    requiredSkills: (last ?? draft).requiredSkills.map((need) => ({ ...need })),
    overflowQueueIds: last ? [...last.overflowQueueIds] : [],
    advance: 'PT0S',
  }
}

const minuteAfter = (duration: string): string => `PT${((durationMs(duration) ?? 0) + 60_000) / 1_000}S`

/** What is sent. */
export const queueInput = ({ routingSteps, ...draft }: QueueDraft): SaveQueueInput => ({
  ...draft,
  id: draft.id.trim(),
  name: draft.name.trim(),
  domain: draft.domain?.trim() || null,
  routingSteps: routingSteps.map(({ key: _key, ...step }) => step),
})
