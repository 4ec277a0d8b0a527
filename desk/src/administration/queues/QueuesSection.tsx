import { useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { QueueSettingsListDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { useWords } from '../../words/use-words.ts'
import { ListWithForm, newEntry } from '../ListWithForm.tsx'
import { draftOfQueue, newQueueDraft } from './queue-draft.ts'
import { QueueForm } from './QueueForm.tsx'

/** The queues: who may serve each, how that relaxes, and its limits. */
export function QueuesSection() {
  const { t, percent } = useWords()
  const navigate = useNavigate()
  const { entryId } = useParams({ strict: false })
  const [{ data, error }, again] = useQuery({
    query: QueueSettingsListDocument,
    requestPolicy: 'cache-and-network',
  })
  const queues = data?.queues.toSorted((a, b) => a.name.localeCompare(b.name))
  const open = queues?.find(({ id }) => id === entryId)
  const reload = () => again({ requestPolicy: 'network-only' })
  return (
    <ListWithForm
      to="/administration/queues"
      title={t('administration.queues')}
      newLabel={t('queues.new')}
      entries={queues?.map(({ id, name, mediaTypes, serviceLevelGoal }) => ({
        id,
        name,
        note: [...mediaTypes.map((media) => t(`media.${media}`)), percent(serviceLevelGoal)].join(' · '),
      }))}
      problem={problemOf(error)}
      onRetry={reload}
      openId={entryId}
      empty={t('queues.empty')}
      emptyHint={t('queues.empty.hint')}
      chooseHint={t('queues.choose')}
    >
      {queues && (open || entryId === newEntry) && (
        <QueueForm
          key={entryId}
          initial={open ? draftOfQueue(open) : newQueueDraft()}
          isNew={!open}
          queues={queues}
          skills={data?.skills ?? []}
          onSaved={(id) => {
            reload()
            if (!open) void navigate({ to: '/administration/queues/$entryId', params: { entryId: id } })
          }}
          onRemoved={() => {
            reload()
            void navigate({ to: '/administration/queues' })
          }}
        />
      )}
    </ListWithForm>
  )
}
