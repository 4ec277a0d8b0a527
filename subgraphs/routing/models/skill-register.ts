import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/**
 * The one row that every change of skills, groups and agents' skills writes, so that they happen one after another:
 * an agent who is made while a skill becomes basic has it, and a skill that a queue begins to need is not removed.
 */
export interface SkillRegisterRecord {
  _id: 'skills'
  changes: number
}

const schema = new Schema<SkillRegisterRecord>({ _id: String, changes: Number }, { versionKey: false })

export const SkillRegisters = defineModel<SkillRegisterRecord>('SkillRegister', schema, 'skillRegister')
