import type { ServiceContext } from '#platform/service/service-context.ts'
import { type SkillRecord, Skills } from '../../models/skill.ts'
import { checkName } from '../check-name.ts'
import { checkStableId } from '../check-stable-id.ts'
import { isLanguage } from '../core/language-of.ts'
import type { Refusal, Saved } from '../refusal.ts'
import { orderRefresh } from './order-refresh.ts'
import { refreshNow } from './refresh-now.ts'
import { inTurn } from './in-turn.ts'

const maxSkills = 1_000

/** Makes or changes a skill, or brings a removed one back. What that changes for agents is done when it returns (`refreshNow`). */
export async function saveSkill(
  ctx: ServiceContext,
  skill: Omit<SkillRecord, 'removedAt'>,
): Promise<Saved<SkillRecord>> {
  const refusals = check(skill)
  if (refusals.length > 0) return { saved: null, refusals }
  const { _id, ...fields } = skill
  const result = await inTurn<Saved<SkillRecord>>(ctx, async (session) => {
    const before = await Skills(ctx.db).findById(_id).session(session).lean()
    if (!before && (await Skills(ctx.db).countDocuments().session(session)) >= maxSkills) {
      const message = `There are ${maxSkills} skills already; change one of them.`
      return { saved: null, refusals: [{ field: null, code: 'TOO_MANY', message }] }
    }
    await Skills(ctx.db).replaceOne({ _id }, fields, { upsert: true, session })
    if (before?.basicProficiency !== skill.basicProficiency) await orderRefresh(ctx, session)
    return { saved: skill, refusals: [] }
  })
  await refreshNow(ctx)
  return result
}

function check({ _id, name, kind, mediaType, domain, basicProficiency }: SkillRecord): Refusal[] {
  const refusals = [...checkStableId('id', _id), ...checkName(name)]
  const refuse = (field: string, code: string, message: string) => refusals.push({ field, code, message })
  if ((kind === 'LANGUAGE') !== isLanguage(_id)) {
    refuse('kind', 'INVALID_KIND', 'An id of two letters is a language, and only that.')
  }
  if (kind === 'CHANNEL' && !mediaType) refuse('mediaType', 'REQUIRED', 'Name the kind of contact.')
  if (kind !== 'CHANNEL' && mediaType) {
    refuse('mediaType', 'NOT_ALLOWED', 'Only a channel skill serves one kind of contact.')
  }
  if (kind === 'DOMAIN' && !domain) refuse('domain', 'REQUIRED', 'Name the business domain.')
  if (kind !== 'CHANNEL' && kind !== 'DOMAIN' && domain) {
    refuse('domain', 'NOT_ALLOWED', 'Only a channel or domain skill serves one domain.')
  }
  if (domain !== undefined && domain.length > 64) {
    refuse('domain', 'TOO_LONG', 'A domain has 64 characters at most.')
  }
  if (basicProficiency !== undefined && !(basicProficiency >= 1 && basicProficiency <= 5)) {
    refuse('basicProficiency', 'OUT_OF_RANGE', 'Proficiency goes from 1 to 5.')
  }
  return refusals
}
