import type { SkillLevel } from '../../forms/SkillLevels.tsx'
import type {
  MediaType,
  RoutingBaselineQuery,
  WhatIfChoicesQuery,
  WhatIfInput,
} from '../../generated/operations.ts'

/** People who are alike, as the form holds them. */
export interface StaffDraft {
  /** Only to tell rows apart. */
  key: string
  count: string
  skills: SkillLevel[]
}

/** What comes to a queue, as somebody writes it. */
export interface DemandDraft {
  key: string
  queueId: string
  mediaType: MediaType
  perHour: string
  handleTime: string | null
  /** How long customers wait before they give up; null: nobody does. */
  patience: string | null
}

/** A question of what would be, as the form holds it. */
export interface WhatIfDraft {
  /** From what came, or from figures of one's own. */
  basis: 'RECORDED' | 'GIVEN'
  pastHours: number
  demands: DemandDraft[]
  /** Of given figures: who is there. None: those who were on duty. */
  staff: StaffDraft[]
  added: StaffDraft[]
  removed: StaffDraft[]
  /** Contacts of all queues, in per cent of what they are. */
  volume: string
  /** By queue, on top. */
  volumes: Record<string, string>
  replications: number
}

type Choices = WhatIfChoicesQuery
type Baseline = RoutingBaselineQuery['routingBaseline']

const unchanged = 100

/** So many people who can do this. */
export const staffDraft = (count: number, skills: SkillLevel[]): StaffDraft => ({
  key: crypto.randomUUID(),
  count: String(count),
  skills,
})

/** The skills that a queue needs at first, at a level that serves it. */
export const skillsFor = ({ requiredSkills }: Choices['queues'][number]): SkillLevel[] =>
  requiredSkills.map(({ skill, minimumProficiency }) => ({
    skillId: skill.id,
    proficiency: Math.max(3, minimumProficiency),
    expiresAt: null,
  }))

/** The question most often asked first: two more people who speak Chinese, else two more for the first queue that needs a skill. */
export function firstQuestion({ queues, skills }: Choices): WhatIfDraft {
  const chinese = skills.find(({ id, kind }) => kind === 'LANGUAGE' && /^zh\b/.test(id))
  const served = queues.find(({ requiredSkills }) =>
    requiredSkills.some(({ skill }) => skill.id === chinese?.id),
  )
  const own = served ?? (chinese ? undefined : queues.find(({ requiredSkills }) => requiredSkills.length > 0))
  const wanted = own
    ? skillsFor(own)
    : chinese
      ? [{ skillId: chinese.id, proficiency: 3, expiresAt: null }]
      : []
  return {
    basis: 'RECORDED',
    pastHours: 24,
    demands: [],
    staff: [],
    added: [staffDraft(2, wanted)],
    removed: [],
    volume: String(unchanged),
    volumes: {},
    replications: 5,
  }
}

/** Figures to begin with where somebody writes them: what came, else something small for the first queue. */
export function givenDemands(baseline: Baseline | undefined, { queues }: Choices): DemandDraft[] {
  const recorded = baseline?.demands.map(({ queue, mediaType, arrivalsPerHour, handleTime, patience }) => {
    const perHour = arrivalsPerHour.reduce((sum, rate) => sum + rate, 0) / arrivalsPerHour.length
    return {
      key: crypto.randomUUID(),
      queueId: queue.id,
      mediaType,
      perHour: String(Math.round(perHour * 10) / 10),
      handleTime,
      patience,
    }
  })
  return recorded?.length ? recorded : queues.slice(0, 1).map(demandDraft)
}

/** Something small that comes to a queue. */
export const demandDraft = ({ id, mediaTypes }: Choices['queues'][number]): DemandDraft => ({
  key: crypto.randomUUID(),
  queueId: id,
  mediaType: mediaTypes[0] ?? 'VOICE',
  perHour: '30',
  handleTime: 'PT300S',
  patience: null,
})

const staffInput = ({ count, skills }: StaffDraft) => ({
  count: Number(count),
  skills: skills.map(({ skillId, proficiency }) => ({ skillId, proficiency })),
})

/** What is asked. Volumes that stay as they are, are not sent. */
export function whatIfInput(draft: WhatIfDraft): WhatIfInput {
  const given = draft.basis === 'GIVEN'
  return {
    pastHours: draft.pastHours,
    ...(given && {
      demands: draft.demands.map(({ queueId, mediaType, perHour, handleTime, patience }) => ({
        queueId,
        mediaType,
        arrivalsPerHour: [Number(perHour)],
        handleTime: handleTime ?? 'PT0S',
        patience,
      })),
    }),
    ...(given && draft.staff.length > 0 && { staff: draft.staff.map(staffInput) }),
    addAgents: draft.added.map(staffInput),
    removeAgents: draft.removed.map(staffInput),
    volumes: [
      { queueId: null, percent: Number(draft.volume) },
      ...Object.entries(draft.volumes).map(([queueId, percent]) => ({ queueId, percent: Number(percent) })),
    ]
      .filter(({ percent }) => percent !== unchanged)
      .map(({ queueId, percent }) => ({ queueId, factor: percent / 100 })),
    replications: draft.replications,
  }
}
