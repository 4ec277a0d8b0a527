import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** An address from which somebody reaches us on one account of ours. */
export interface ChannelIdentity {
  _id: string
  channel: string
  account: string
  sourceId: string
  /** Its line of conversation. */
  conversationId: string
  displayName: string | null
  locale: string | null
  /** Known after customer has resolved who it is. */
  customerId: string | null
  createdAt: Date
}

const schema = new Schema<ChannelIdentity>(
  {
    _id: String,
    channel: String,
    account: String,
    sourceId: String,
    conversationId: String,
    displayName: String,
    locale: String,
    customerId: String,
    createdAt: Date,
  },
  { versionKey: false },
)
schema.index({ channel: 1, account: 1, sourceId: 1 }, { unique: true })

export const ChannelIdentities = defineModel<ChannelIdentity>('ChannelIdentity', schema, 'channelIdentities')
