import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/**
 * The one row that names the present set-up of all queues, so that a transaction that only wants to know whether they
 * are still those it knows reads one row. Each change gives it a new name: a counter would name the same set-up twice
 * when a change is aborted.
 */
export interface QueueRegisterRecord {
  _id: 'queues'
  setUp: string
}

const schema = new Schema<QueueRegisterRecord>({ _id: String, setUp: String }, { versionKey: false })

export const QueueRegisters = defineModel<QueueRegisterRecord>('QueueRegister', schema, 'queueRegister')
