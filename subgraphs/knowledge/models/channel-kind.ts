import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Which kind of contact comes by a channel, learned from messages: a new channel needs no change here. */
export interface ChannelKindRecord {
  /** The channel's name. */
  _id: string
  mediaType: string
}

const schema = new Schema<ChannelKindRecord>(
  { _id: String, mediaType: { type: String, required: true } },
  { versionKey: false },
)

export const ChannelKinds = defineModel<ChannelKindRecord>('ChannelKind', schema, 'channel_kinds')
