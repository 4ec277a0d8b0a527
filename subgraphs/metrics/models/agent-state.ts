import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { PresenceStatus } from '#schema/events/vocabulary.ts'

/** What an agent last said of their readiness; the id is the agent's. */
export interface AgentStateRecord {
  _id: string
  /** Of two states the later one counts, whichever is heard of first. */
  state: { since: Date; status: PresenceStatus }
}

const schema = new Schema<AgentStateRecord>(
  {
    _id: String,
    state: { _id: false, type: new Schema({ since: Date, status: String }, { _id: false }) },
  },
  { versionKey: false },
)

export const AgentStates = defineModel<AgentStateRecord>('AgentState', schema, 'agentStates')
