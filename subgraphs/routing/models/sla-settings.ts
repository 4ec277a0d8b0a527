import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/**
 * The one row that counts changes of policies and calendars, incremented in the transaction of each. A clock says by
 * which count it was worked out, so clocks that have to follow a change are found however the process that made it ended.
 */
export interface SlaSettingsRecord {
  _id: 'settings'
  version: number
}

const schema = new Schema<SlaSettingsRecord>({ _id: String, version: Number }, { versionKey: false })

export const SlaSettingsRows = defineModel<SlaSettingsRecord>('SlaSettings', schema, 'slaSettings')
