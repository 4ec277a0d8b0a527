import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** What a customer lately said in a conversation: this subgraph's own projection of message-recorded. */
export interface ConversationTopicRecord {
  /** The conversation's id. */
  _id: string
  /** Where the latest of the words came from. */
  channel: string
  mediaType: string | null
  /** The customer's latest words, in order of their sequence. */
  texts: Array<{ sequence: number; text: string }>
  lastAt: Date
}

const ninetyDaysSec = 90 * 24 * 3600

const schema = new Schema<ConversationTopicRecord>(
  {
    _id: String,
    channel: { type: String, required: true },
    mediaType: { type: String, default: null },
    texts: [{ _id: false, sequence: Number, text: String }],
    lastAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ lastAt: 1 }, { expireAfterSeconds: ninetyDaysSec })

export const ConversationTopics = defineModel<ConversationTopicRecord>(
  'ConversationTopic',
  schema,
  'conversation_topics',
)
