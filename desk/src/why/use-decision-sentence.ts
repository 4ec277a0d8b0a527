import type { ExplainRoutingQuery } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'

type Decision = Pick<
  NonNullable<ExplainRoutingQuery['explainRouting']>,
  'rule' | 'agent' | 'actor' | 'actorId'
>

/** A decision's rule as a sentence: to anybody, or to the agent whom it concerns. */
export function useDecisionSentence(): (decision: Decision, spokenTo?: 'anybody' | 'the agent') => string {
  const { t } = useWords()
  return ({ rule, agent, actor, actorId }, spokenTo = 'anybody') => {
    return t(spokenTo === 'anybody' ? `why.rule.${rule}` : `why.you.${rule}`, {
      agent: agent?.name ?? t('why.somebody'),
      actor: actor?.name ?? actorId ?? t('why.colleague'),
    })
  }
}
