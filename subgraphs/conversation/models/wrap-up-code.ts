import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** A reason that an agent may give when wrapping up. */
export interface WrapUpCode {
  /** The stable code. */
  _id: string
  nameEn: string
  nameZh: string
  position: number
}

const schema = new Schema<WrapUpCode>(
  { _id: String, nameEn: String, nameZh: String, position: Number },
  { versionKey: false },
)

export const WrapUpCodes = defineModel<WrapUpCode>('WrapUpCode', schema, 'wrapUpCodes')
