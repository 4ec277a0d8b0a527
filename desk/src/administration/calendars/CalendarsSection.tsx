import { useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { CalendarSettingsListDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { useWords } from '../../words/use-words.ts'
import { ListWithForm, newEntry } from '../ListWithForm.tsx'
import { CalendarForm } from './CalendarForm.tsx'

/** The business calendars: when time counts. */
export function CalendarsSection() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { entryId } = useParams({ strict: false })
  const [{ data, error }, again] = useQuery({
    query: CalendarSettingsListDocument,
    requestPolicy: 'cache-and-network',
  })
  const reload = () => again({ requestPolicy: 'network-only' })
  const open = data?.businessCalendars.find(({ id }) => id === entryId)
  return (
    <ListWithForm
      to="/administration/calendars"
      title={t('administration.calendars')}
      newLabel={t('calendars.new')}
      entries={data?.businessCalendars.map(({ id, name, timeZone }) => ({ id, name, note: timeZone }))}
      problem={problemOf(error)}
      onRetry={reload}
      openId={entryId}
      empty={t('calendars.empty')}
      emptyHint={t('calendars.empty.hint')}
      chooseHint={t('calendars.choose')}
    >
      {data && (open || entryId === newEntry) && (
        <CalendarForm
          key={entryId}
          calendar={open}
          onSaved={(id) => {
            reload()
            if (!open) void navigate({ to: '/administration/calendars/$entryId', params: { entryId: id } })
          }}
          onRemoved={() => {
            reload()
            void navigate({ to: '/administration/calendars' })
          }}
        />
      )}
    </ListWithForm>
  )
}
