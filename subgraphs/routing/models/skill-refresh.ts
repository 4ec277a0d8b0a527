import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Agents whose skills are still to be worked out anew, because what they are granted has changed. */
export interface SkillRefreshRecord {
  /** UUIDv7: the oldest is done first. */
  _id: string
  /** These agents; all of them when absent. */
  agentIds?: string[]
  /** Done as far as this agent, in the order of ids. */
  afterId?: string
}

const schema = new Schema<SkillRefreshRecord>(
  { _id: String, agentIds: { type: [String], default: undefined }, afterId: String },
  { versionKey: false },
)

export const SkillRefreshes = defineModel<SkillRefreshRecord>('SkillRefresh', schema, 'skillRefreshes')
