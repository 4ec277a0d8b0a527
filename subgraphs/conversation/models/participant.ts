import { Schema } from 'mongoose'

export type ParticipantPurpose = 'CUSTOMER' | 'AGENT' | 'BOT' | 'IVR'

/** Somebody who takes part in a conversation. */
export interface Participant {
  /** The agent's id, or the channel identity's. */
  id: string
  purpose: ParticipantPurpose
  displayName: string | null
  joinedAt: Date
  leftAt: Date | null
}

export const participantSchema = new Schema<Participant>(
  { id: String, purpose: String, displayName: String, joinedAt: Date, leftAt: Date },
  { _id: false, id: false },
)
