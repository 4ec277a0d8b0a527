import type { SkillRequirementRecord } from '../../../models/queue.ts'

/** Contacts that need the same: those of a queue, in one language. */
export interface AskedFor {
  queueId: string
  language?: string | null
}

/** What contacts may need. */
export interface Needs {
  /** What each queue needs before it relaxes. */
  ofQueues: ReadonlyMap<string, readonly SkillRequirementRecord[]>
  /** The skills that are languages. */
  languages: ReadonlySet<string>
}

/**
 * Which skill such contacts ask for, and how well: what their queue needs before it relaxes, and their language, where
 * that is a skill. Of a skill that is named twice the better counts.
 */
export function needsOf(
  { queueId, language }: AskedFor,
  { ofQueues, languages }: Needs,
): Map<string, number> {
  const needs = new Map<string, number>()
  const asked = [...(ofQueues.get(queueId) ?? [])]
  if (language && languages.has(language)) asked.push({ skillId: language, minimumProficiency: 1 })
  for (const { skillId, minimumProficiency } of asked) {
    needs.set(skillId, Math.max(minimumProficiency, needs.get(skillId) ?? 0))
  }
  return needs
}
