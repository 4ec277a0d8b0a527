import { useState } from 'react'
import { useQuery } from 'urql'
import { Failure, Skeleton } from '../app/states.tsx'
import { useSettled } from '../app/use-settled.ts'
import {
  type ContactCardFragment,
  QueuesToChooseDocument,
  TransferTargetsDocument,
} from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { useAtDesk } from '../session/account-context.ts'
import { PresenceSign } from '../signs/presence-sign.tsx'
import { useWords } from '../words/use-words.ts'

interface Target {
  id: string
  name: string
}

interface TargetListProperties {
  to: 'person' | 'queue'
  contact: ContactCardFragment
  chosenId: string | undefined
  onChoose: (target: Target) => void
}

/** Who could take it, found by typing. */
export function TargetList({ to, contact, chosenId, onChoose }: TargetListProperties) {
  const { t } = useWords()
  const { account } = useAtDesk()
  const [search, setSearch] = useState('')
  const [people, askPeople] = useQuery({
    query: TransferTargetsDocument,
    variables: { workItemId: contact.id, search: useSettled(search.trim()) || null },
    pause: to !== 'person',
    requestPolicy: 'network-only',
  })
  const [queues, askQueues] = useQuery({
    query: QueuesToChooseDocument,
    pause: to !== 'queue',
    requestPolicy: 'cache-and-network',
  })
  const words = search.trim().toLocaleLowerCase()
  const fits = ({ name }: Target) => name.toLocaleLowerCase().includes(words)
  const holderId = contact.reservation?.agent.id ?? account.id
  const targets =
    to === 'person'
      ? people.data?.transferTargets
          .filter(({ id }) => id !== holderId)
          .map(({ id, name, presence }) => ({ id, name, sign: <PresenceSign presence={presence} /> }))
      : queues.data?.queues
          .filter((queue) => queue.mediaTypes.includes(contact.mediaType) && fits(queue))
          .map(({ id, name, waitingCount }) => ({
            id,
            name,
            sign: <span className="figure">{t('board.waitingCount', { count: waitingCount })}</span>,
          }))
  const problem = problemOf(to === 'person' ? people.error : queues.error)
  const again = to === 'person' ? askPeople : askQueues
  return (
    <div className="flex flex-col gap-2">
      <input
        type="search"
        className="field"
        aria-label={t(to === 'person' ? 'steer.agent' : 'steer.queue')}
        placeholder={t(to === 'person' ? 'steer.agent' : 'steer.queue')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <div
        className="h-44 overflow-y-auto rounded-md border border-line"
        role="radiogroup"
        aria-label={t('handover.to')}
      >
        {!targets ? (
          problem ? (
            <Failure problem={problem} onRetry={() => again({ requestPolicy: 'network-only' })} />
          ) : (
            <Skeleton rows={4} height={28} />
          )
        ) : targets.length === 0 ? (
          <p className="p-3 text-ink-soft">{t(to === 'person' ? 'handover.nobody' : 'palette.none')}</p>
        ) : (
          targets.map(({ id, name, sign }) => (
            <label
              key={id}
              className="flex h-9 cursor-pointer items-center gap-3 px-3 hover:bg-hover has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:-outline-offset-2 has-[:focus-visible]:outline-accent"
            >
              <input
                type="radio"
                name="target"
                className="sr-only"
                checked={id === chosenId}
                onChange={() => onChoose({ id, name })}
              />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-12 text-ink-soft">{sign}</span>
            </label>
          ))
        )}
      </div>
    </div>
  )
}
