import { type FormEvent, useState } from 'react'
import { Field } from '../../forms/Field.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { FormFooter } from '../../forms/FormFooter.tsx'
import { refusalOf, refusalsBeside } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { useSave } from '../../forms/use-save.ts'
import {
  type CalendarSettingsFragment,
  RemoveBusinessCalendarDocument,
  SaveBusinessCalendarDocument,
} from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { RemoveEntry } from '../RemoveEntry.tsx'
import { type CalendarDraft, calendarDraft, calendarInput } from './calendar-draft.ts'
import { Holidays } from './Holidays.tsx'
import { Week } from './Week.tsx'

interface CalendarFormProperties {
  /** Undefined for a new one. */
  calendar: CalendarSettingsFragment | undefined
  onSaved: (calendarId: string) => void
  onRemoved: () => void
}

const zones = Intl.supportedValuesOf('timeZone')

/** One calendar: its zone, the hours of a week, and the days that differ. */
export function CalendarForm({ calendar, onSaved, onRemoved }: CalendarFormProperties) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() =>
    calendarDraft(calendar, Intl.DateTimeFormat().resolvedOptions().timeZone),
  )
  const form = useSave(
    SaveBusinessCalendarDocument,
    ({ saveBusinessCalendar }) => saveBusinessCalendar.userErrors,
  )
  const { refusals } = form
  const set = (part: Partial<CalendarDraft>) => {
    form.touched()
    setDraft({ ...draft, ...part })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = calendarInput(draft)
    if (await form.save({ input })) onSaved(input.id)
  }
  return (
    <form
      className="flex flex-col gap-4"
      aria-label={calendar?.name ?? t('calendars.new')}
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="text-20 font-semibold">{calendar?.name ?? t('calendars.new')}</h2>
      <Section title={t('calendars.what')}>
        <div className="grid gap-4 small:grid-cols-2">
          <TextField
            label={t('form.name')}
            refusal={refusalOf(refusals, 'name')}
            required
            value={draft.name}
            onChange={(value) => set({ name: value })}
          />
          {!calendar && (
            <TextField
              label={t('form.id')}
              hint={t('form.id.hint')}
              refusal={refusalOf(refusals, 'id')}
              required
              value={draft.id}
              onChange={(value) => set({ id: value })}
            />
          )}
          <Field label={t('calendars.zone')} refusal={refusalOf(refusals, 'timeZone')}>
            {(control) => (
              <input
                {...control}
                className="field"
                list="time-zones"
                required
                value={draft.timeZone}
                onChange={({ target }) => set({ timeZone: target.value })}
              />
            )}
          </Field>
          <datalist id="time-zones">
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
      </Section>
      <Week week={draft.week} onChange={(week) => set({ week })} refusals={refusals} />
      <Holidays holidays={draft.holidays} onChange={(holidays) => set({ holidays })} refusals={refusals} />
      <FormFooter
        {...form}
        refusals={refusalsBeside(refusals, ['id', 'name', 'timeZone', 'intervals', 'holidays'])}
      />
      {calendar && (
        <RemoveEntry
          document={RemoveBusinessCalendarDocument}
          variables={{ id: calendar.id }}
          refusalsIn={({ removeBusinessCalendar }) => removeBusinessCalendar.userErrors}
          name={calendar.name}
          hint={t('calendars.remove.hint')}
          onRemoved={onRemoved}
        />
      )}
    </form>
  )
}
