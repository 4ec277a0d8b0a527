import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { PresenceStatus } from '#schema/events/vocabulary.ts'

/** What an agent can serve, how well (1 to 5), and until when. */
export interface AgentSkillRecord {
  skillId: string
  proficiency: number
  expiresAt?: Date
}

/** Where an agent has a skill from. */
export type SkillSource = 'OWN' | 'GROUP' | 'BASIC'

/** A skill as it counts, and where it comes from. */
export interface EffectiveSkillRecord extends AgentSkillRecord {
  source: SkillSource
}

/** How much an agent can have in hand at once, in integer weights. */
export interface CapacityRecord {
  total: number
  voice: number
  chat: number
  social: number
  email: number
}

/** An agent's routing profile; the account itself is not routing's. */
export interface AgentRecord {
  /** The account's id. */
  _id: string
  name: string
  presence: PresenceStatus
  presenceSince: Date
  /** Why routing set the presence (MISSED_OFFER); absent when the agent did. */
  presenceReason?: string
  /** When they signed off, until it is seen that nothing of theirs is in hand any more; absent otherwise. */
  leftAt?: Date
  /** Counts changes of presence: the aggregate version of agent-presence-changed. */
  presenceVersion: number
  /** Since when nothing was offered to them and nothing ended: the longest idle goes first. */
  idleSince: Date
  /** What was given to them, or certified. */
  ownSkills: AgentSkillRecord[]
  /** What counts: own, groups' and basic skills, the best of each (`effectiveSkills`). Routing reads only this. */
  skills: EffectiveSkillRecord[]
  /** When `skills` has to be worked out anew, because one expires behind which a lesser one stands. */
  skillsDueAt?: Date
  capacity: CapacityRecord
  /** What is left of `capacity.total`; every live reservation has taken its weight. Never below 0. */
  free: number
}

const schema = new Schema<AgentRecord>(
  {
    _id: String,
    name: { type: String, required: true },
    presence: { type: String, required: true, default: 'OFFLINE' },
    presenceSince: { type: Date, required: true },
    presenceReason: String,
    leftAt: Date,
    presenceVersion: { type: Number, required: true, default: 0 },
    idleSince: { type: Date, required: true },
    ownSkills: [new Schema({ skillId: String, proficiency: Number, expiresAt: Date }, { _id: false })],
    skills: [
      new Schema({ skillId: String, proficiency: Number, expiresAt: Date, source: String }, { _id: false }),
    ],
    skillsDueAt: Date,
    capacity: {
      type: new Schema(
        { total: Number, voice: Number, chat: Number, social: Number, email: Number },
        { _id: false },
      ),
      required: true,
    },
    free: { type: Number, required: true, min: 0 },
  },
  { versionKey: false },
)
schema.index({ name: 1, _id: 1 })
schema.index({ presence: 1, idleSince: 1 })
// Whom a contact can be handed to: a part of the name is looked for in the index, in order.
schema.index({ presence: 1, name: 1, _id: 1 })
// Who left, and may have left work behind: of thousands who are signed off only these.
schema.index({ leftAt: 1, _id: 1 }, { partialFilterExpression: { leftAt: { $exists: true } } })
// The matrix: who has a skill, by name.
schema.index({ 'skills.skillId': 1, name: 1, _id: 1 })
// The sweeper, and certifications that expire.
schema.index({ skillsDueAt: 1 }, { partialFilterExpression: { skillsDueAt: { $exists: true } } })
schema.index({ 'ownSkills.expiresAt': 1 }, { sparse: true })

export const Agents = defineModel<AgentRecord>('Agent', schema, 'agents')
