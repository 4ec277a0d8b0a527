import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Which rule decided whose a channel identity is. */
export type LinkRule = 'VERIFIED_IDENTIFIER' | 'CHANNEL_ACCOUNT' | 'NEW_PROFILE'

/** Whose an account on a channel is; the id is the channel identity's, so it is linked once. */
export interface ChannelIdentityLinkRecord {
  _id: string
  customerId: string
  rule: LinkRule
  linkedAt: Date
}

const schema = new Schema<ChannelIdentityLinkRecord>(
  {
    _id: String,
    customerId: { type: String, required: true },
    rule: { type: String, required: true },
    linkedAt: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ customerId: 1 })

export const ChannelIdentityLinks = defineModel<ChannelIdentityLinkRecord>(
  'ChannelIdentityLink',
  schema,
  'channelIdentityLinks',
)
