import type { ExplainRoutingQuery } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'

type Answer = NonNullable<NonNullable<ExplainRoutingQuery['explainRouting']>['whyNot']>

/** Why somebody was not chosen, in sentences: the reason, and what exactly was missing. */
export function useWhyNotSentence(): (answer: Answer) => string[] {
  const { t, time, number } = useWords()
  return (answer) => {
    const { agent, reason, presence, presenceSince, neededRoom, freeRoom, passedOverAt } = answer
    const sentences = [t(`why.not.${reason}`, { agent: agent?.name ?? t('why.somebody') })]
    if (reason === 'UNAVAILABLE' && presence) {
      sentences.push(
        presenceSince
          ? t('why.presenceSince', { presence: t(`presence.${presence}`), time: time(presenceSince) })
          : t(`presence.${presence}`),
      )
    }
    for (const { skillId, minimumProficiency, proficiency, expiredAt } of answer.missingSkills) {
      const needed = { skill: skillId, level: number(minimumProficiency) }
      if (expiredAt) sentences.push(t('why.skillExpired', { ...needed, time: time(expiredAt) }))
      else if (proficiency === null) sentences.push(t('why.skillMissing', needed))
      else sentences.push(t('why.skillLow', { ...needed, has: number(proficiency) }))
    }
    if (neededRoom !== null && freeRoom !== null && reason === 'NO_ROOM') {
      sentences.push(t('why.room', { needed: number(neededRoom), free: number(freeRoom) }))
    }
    if (passedOverAt && reason === 'PASSED_OVER') {
      sentences.push(t('why.passedOverAt', { time: time(passedOverAt) }))
    }
    return sentences
  }
}
