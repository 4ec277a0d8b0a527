import { useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { SlaPolicySettingsListDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { durationMs } from '../../time/duration.ts'
import { useWords } from '../../words/use-words.ts'
import { ListWithForm, newEntry } from '../ListWithForm.tsx'
import { PolicyForm } from './PolicyForm.tsx'

/** The response targets, the most special first. */
export function SlaSection() {
  const { t, span } = useWords()
  const navigate = useNavigate()
  const { entryId } = useParams({ strict: false })
  const [{ data, error }, again] = useQuery({
    query: SlaPolicySettingsListDocument,
    requestPolicy: 'cache-and-network',
  })
  const reload = () => again({ requestPolicy: 'network-only' })
  const open = data?.slaPolicies.find(({ id }) => id === entryId)
  return (
    <ListWithForm
      to="/administration/sla"
      title={t('administration.sla')}
      newLabel={t('sla.new')}
      entries={data?.slaPolicies.map(({ id, name, mediaType, metric, target }) => ({
        id,
        name,
        note: [t(`media.${mediaType}`), t(`metric.${metric}`), span(durationMs(target) ?? 0)].join(' · '),
      }))}
      problem={problemOf(error)}
      onRetry={reload}
      openId={entryId}
      empty={t('sla.empty')}
      emptyHint={t('sla.empty.hint')}
      chooseHint={t('sla.choose')}
    >
      {data && (open || entryId === newEntry) && (
        <PolicyForm
          key={entryId}
          policy={open}
          calendars={data.businessCalendars}
          queues={data.queues}
          onSaved={(id) => {
            reload()
            if (!open) void navigate({ to: '/administration/sla/$entryId', params: { entryId: id } })
          }}
          onRemoved={() => {
            reload()
            void navigate({ to: '/administration/sla' })
          }}
        />
      )}
    </ListWithForm>
  )
}
