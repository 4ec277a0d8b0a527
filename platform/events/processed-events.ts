import { Schema } from 'mongoose'
import { defineModel } from '../store/define-model.ts'

/** Says that a consumer has done an event. */
export interface ProcessedEvent {
  consumer: string
  eventId: string
  at: Date
}

/** An event is not delivered again after this long: queues and dead letters are worked off before. */
const keptSec = 90 * 86_400

const schema = new Schema<ProcessedEvent>(
  { consumer: String, eventId: String, at: Date },
  { versionKey: false },
)
schema.index({ consumer: 1, eventId: 1 }, { unique: true })
schema.index({ at: 1 }, { expireAfterSeconds: keptSec })

export const ProcessedEvents = defineModel<ProcessedEvent>('ProcessedEvent', schema, 'processedEvents')
