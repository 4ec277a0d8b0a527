import { useQuery } from 'urql'
import { AgentsToChooseDocument, type PresenceStatus } from '../generated/operations.ts'
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

const readiness: readonly PresenceStatus[] = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE']

/** Who could take a contact: those who are there first, without the one who has it. */
export function AgentPicker({ contact, onPick, onClose }: AgentPickerProperties) {
  const { t } = useWords()
  const [{ data, error }, again] = useQuery({
    query: AgentsToChooseDocument,
    variables: { first: 100, after: null },
    requestPolicy: 'network-only',
  })
  const agents = data?.agents.nodes
    .filter(({ id }) => id !== contact.agent?.id)
    .toSorted(
      (a, b) =>
        readiness.indexOf(a.presence) - readiness.indexOf(b.presence) ||
        a.reservations.length - b.reservations.length ||
        a.name.localeCompare(b.name),
    )
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
      onPick={onPick}
      onClose={onClose}
    />
  )
}
