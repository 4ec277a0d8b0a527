import { useState } from 'react'
import { useQuery } from 'urql'
import { useSettled } from '../app/use-settled.ts'
import { TransferTargetsDocument } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { PresenceSign } from '../signs/presence-sign.tsx'
import { useWords } from '../words/use-words.ts'
import { PickDialog } from './PickDialog.tsx'
import type { SteeredContact } from './steered-contact.ts'

interface AgentPickerProperties {
  contact: SteeredContact
  onPick: (agent: { id: string; name: string }) => void
  onClose: () => void
}

/** Who could take a contact: those with room for it first, without the one who has it. */
export function AgentPicker({ contact, onPick, onClose }: AgentPickerProperties) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const [{ data, error }, again] = useQuery({
    query: TransferTargetsDocument,
    variables: { workItemId: contact.workItemId, search: useSettled(search.trim()) || null },
    requestPolicy: 'network-only',
  })
  const agents = data?.transferTargets.filter(({ id }) => id !== contact.agent?.id)
  return (
    <PickDialog
      title={t('steer.assign.title', { name: contact.name })}
      placeholder={t('steer.agent')}
      choices={agents?.map(({ id, name, presence, reservations }) => ({
        id,
        name,
        children: (
          <>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="figure text-12 text-ink-soft">
              {t('steer.inHand', { count: reservations.length })}
            </span>
            <span className="w-24">
              <PresenceSign presence={presence} />
            </span>
          </>
        ),
      }))}
      problem={problemOf(error)}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      onSearch={setSearch}
      onPick={onPick}
      onClose={onClose}
    />
  )
}
