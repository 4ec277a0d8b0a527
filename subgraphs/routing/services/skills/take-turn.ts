import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { SkillRegisters } from '../../models/skill-register.ts'

/** Puts a transaction in line with all others that change skills, groups or agents' skills; see `SkillRegisterRecord`. */
export async function takeTurn(ctx: ServiceContext, session: ClientSession): Promise<void> {
  const { matchedCount } = await SkillRegisters(ctx.db).updateOne(
    { _id: 'skills' },
    { $inc: { changes: 1 } },
    { session },
  )
  if (matchedCount === 0) throw new Error('the register of skills has no row: a migration makes it')
}
