import { useState } from 'react'
import { useQuery } from 'urql'
import { Empty, Failure, Partial, Skeleton } from '../app/states.tsx'
import { ExplainRoutingDocument } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { useWords } from '../words/use-words.ts'
import { CandidateTable } from './CandidateTable.tsx'
import { ExcludedCounts } from './ExcludedCounts.tsx'
import { useDecisionSentence } from './use-decision-sentence.ts'
import { WhyNot } from './WhyNot.tsx'

interface WhyPanelProperties {
  workItemId: string
  /** One offer of several; the newest when left out. */
  reservationId?: string
}

/** Why this agent: the rule in a sentence, who else there was and how they compared; and why not somebody else. */
export function WhyPanel({ workItemId, reservationId = undefined }: WhyPanelProperties) {
  const { t, exactTime, time } = useWords()
  const sentence = useDecisionSentence()
  const [otherId, setOtherId] = useState<string>()
  const [{ data, error, fetching }, again] = useQuery({
    query: ExplainRoutingDocument,
    variables: { workItemId, reservationId: reservationId ?? null, agentId: otherId ?? null },
    requestPolicy: 'network-only',
  })
  const why = data?.explainRouting
  const problem = problemOf(error)
  if (!data && problem)
    return <Failure problem={problem} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <Skeleton rows={4} height={28} />
  if (!why) return <Empty title={t('why.none')}>{t('why.none.hint')}</Empty>
  return (
    <div className="flex flex-col gap-3" data-testid="why" aria-busy={fetching}>
      {problem && <Partial>{t('list.partial')}</Partial>}
      <div>
        <p className="text-14 font-medium" data-testid="why-rule">
          {sentence(why)}
        </p>
        <p className="text-12 text-ink-soft">
          <time dateTime={why.at} title={exactTime(why.at)}>
            {time(why.at)}
          </time>
          {why.ring !== null && ` · ${t('why.ring', { ring: why.ring })}`}
        </p>
      </div>
      {why.candidates.length > 0 && <CandidateTable candidates={why.candidates} />}
      <ExcludedCounts excluded={why.excluded} />
      <WhyNot answer={why.whyNot ?? undefined} asking={fetching} chosenId={why.agentId} onAsk={setOtherId} />
    </div>
  )
}
