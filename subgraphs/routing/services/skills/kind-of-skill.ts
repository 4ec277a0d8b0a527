import { mediaType } from '#schema/events/vocabulary.ts'
import type { SkillRecord } from '../../models/skill.ts'
import { isLanguage } from '../core/language-of.ts'

/** What an id alone tells of a skill: a language, a kind of contact by its name, else a business domain. */
export function kindOfSkill(id: string): Pick<SkillRecord, 'kind' | 'mediaType' | 'domain'> {
  if (isLanguage(id)) return { kind: 'LANGUAGE' }
  const media = mediaType.options.find((option) => option.toLowerCase() === id.toLowerCase())
  return media ? { kind: 'CHANNEL', mediaType: media } : { kind: 'DOMAIN', domain: id }
}
