/** The two-letter language of a locale: `zh` of `zh-CN`; undefined for what is not a locale. */
export function languageOf(locale: string | undefined): string | undefined {
  const match = /^([a-z]{2})(?:[-_]|$)/i.exec(locale ?? '')
  return match?.[1]?.toLowerCase()
}

/** Whether a skill is a language: by convention those with an id of two letters (ISO 639-1). */
export function isLanguage(skillId: string): boolean {
  return /^[a-z]{2}$/.test(skillId)
}
