import { useState } from 'react'
import { useQuery } from 'urql'
import { Empty, Failure, Partial, Skeleton } from '../app/states.tsx'
import { MyTrainingsDocument } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import '../words/administration/load.ts'
import { useWords } from '../words/use-words.ts'
import { TrainingCard } from './TrainingCard.tsx'

/** An agent's own trainings: what is wanted, by when, and the next step. */
export function TrainingView() {
  const { t } = useWords()
  const [first, setFirst] = useState(20)
  const [{ data, error }, again] = useQuery({
    query: MyTrainingsDocument,
    variables: { first, after: null },
    requestPolicy: 'cache-and-network',
  })
  const reload = () => again({ requestPolicy: 'network-only' })
  const problem = problemOf(error)
  const trainings = data?.myTrainings
  return (
    <div className="h-full overflow-y-auto bg-ground" data-testid="my-training">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4 wide:p-6">
        <h1 className="text-20 font-semibold">{t('training.mine')}</h1>
        {trainings && problem && <Partial>{t('list.partial')}</Partial>}
        {!trainings ? (
          problem ? (
            <Failure problem={problem} onRetry={reload} />
          ) : (
            <Skeleton rows={4} height={88} />
          )
        ) : trainings.nodes.length === 0 ? (
          <div className="py-16">
            <Empty title={t('training.none')}>{t('training.none.hint')}</Empty>
          </div>
        ) : (
          <ul className="flex flex-col gap-3">
            {trainings.nodes.map((training) => (
              <TrainingCard key={training.id} training={training} role="agent" onStep={reload} />
            ))}
          </ul>
        )}
        {trainings?.pageInfo.hasNextPage && first < 100 && (
          <button type="button" className="control self-center" onClick={() => setFirst(100)}>
            {t('list.more')}
          </button>
        )}
      </div>
    </div>
  )
}
