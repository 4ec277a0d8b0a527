import { useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { Empty, Failure, Skeleton } from '../../app/states.tsx'
import {
  RoutingBaselineDocument,
  WhatIfChoicesDocument,
  type WhatIfChoicesQuery,
} from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { useWords } from '../../words/use-words.ts'
import { useWhatIf } from './use-what-if.ts'
import { WhatIfAnswer } from './WhatIfAnswer.tsx'
import { firstQuestion, type WhatIfDraft, whatIfInput } from './what-if-draft.ts'
import { WhatIfForm } from './WhatIfForm.tsx'

/** What would be with other people or other volumes: asked of a simulation that routes as the centre does. */
export function WhatIfSection() {
  const { t } = useWords()
  const [{ data, error }, again] = useQuery({
    query: WhatIfChoicesDocument,
    requestPolicy: 'cache-and-network',
  })
  const problem = problemOf(error)
  if (data?.queues.length === 0) {
    return <Empty title={t('queues.empty')}>{t('whatIf.noQueues')}</Empty>
  }
  if (data) return <Question choices={data} />
  if (problem) return <Failure problem={problem} onRetry={() => again({ requestPolicy: 'network-only' })} />
  return <Skeleton rows={6} height={52} />
}

function Question({ choices }: { choices: WhatIfChoicesQuery }) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => firstQuestion(choices))
  const run = useWhatIf()
  const [baseline, readAgain] = useQuery({
    query: RoutingBaselineDocument,
    variables: { pastHours: draft.pastHours },
    requestPolicy: 'cache-and-network',
  })
  const change = (part: Partial<WhatIfDraft>) => {
    run.touched()
    setDraft((old) => ({ ...old, ...part }))
  }
  const answered = useRef<HTMLElement>(null)
  // On a narrow screen the answer stands below the question.
  useEffect(() => {
    if (run.answer) answered.current?.scrollIntoView({ block: 'nearest' })
  }, [run.answer])
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto wide:flex-row wide:overflow-hidden">
      <div className="flex shrink-0 flex-col gap-4 p-4 wide:w-110 wide:overflow-y-auto wide:border-r wide:border-line">
        <div>
          <h2 className="text-16 font-semibold">{t('whatIf.title')}</h2>
          <p className="text-12 text-ink-soft">{t('whatIf.hint')}</p>
        </div>
        <WhatIfForm
          draft={draft}
          onChange={change}
          choices={choices}
          baseline={baseline.data?.routingBaseline}
          baselineProblem={problemOf(baseline.error)}
          onReadAgain={() => readAgain({ requestPolicy: 'network-only' })}
          run={run}
          onAsk={() => void run.ask(whatIfInput(draft))}
        />
      </div>
      <section
        ref={answered}
        aria-label={t('whatIf.answer')}
        // Without anything in it that takes the focus, the keyboard could not scroll it.
        tabIndex={0}
        className="flex min-w-0 flex-1 flex-col gap-4 p-4 wide:overflow-y-auto wide:p-6"
        data-testid="what-if-answer"
      >
        <div role="status" className={run.running ? undefined : 'sr-only'}>
          {run.running && (
            <>
              <p className="mb-1">{t('whatIf.running')}</p>
              <progress className="w-full accent-accent" aria-label={t('whatIf.running')} />
            </>
          )}
        </div>
        {run.answer ? (
          <WhatIfAnswer answer={run.answer} outdated={run.outdated || run.running} />
        ) : (
          !run.running && <Empty title={t('whatIf.none')}>{t('whatIf.none.hint')}</Empty>
        )}
      </section>
    </div>
  )
}
