import { Plus } from 'lucide-react'
import type { Refusal } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { refusalWord } from '../../words/refusal-word.ts'
import { useWords } from '../../words/use-words.ts'
import { firstInterval, type Hours, nextHours, weekdays } from './calendar-draft.ts'
import { HoursRows } from './HoursRows.tsx'

interface WeekProperties {
  week: readonly Hours[][]
  onChange: (week: Hours[][]) => void
  refusals: readonly Refusal[]
}

/** The open hours of each day of the week; a lunch break stands between two of them. */
export function Week({ week, onChange, refusals }: WeekProperties) {
  const { t } = useWords()
  const own = refusals.find(({ field }) => field === 'intervals')
  return (
    <Section title={t('calendars.week')} hint={t('calendars.week.hint')}>
      <div className="flex flex-col gap-2">
        {weekdays.map((weekday, day) => {
          const hours = week[day] ?? []
          const name = t(`weekday.${weekday}`)
          const first = firstInterval(week, day)
          const change = (next: Hours[]) => onChange(week.map((old, at) => (at === day ? next : old)))
          return (
            <div
              key={weekday}
              role="group"
              aria-label={name}
              className="grid grid-cols-[100px_1fr] items-start gap-2 border-b border-line pb-2 last:border-0"
            >
              <p className="pt-1.5 font-medium">{name}</p>
              <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
                {hours.length === 0 && <p className="pt-1.5 text-ink-soft">{t('calendars.closed')}</p>}
                <HoursRows
                  day={name}
                  hours={hours}
                  onChange={change}
                  fieldAt={(index) => `intervals.${first + index}`}
                  refusals={refusals}
                />
                <button
                  type="button"
                  className="control control-quiet control-icon"
                  aria-label={t('calendars.addHours', { day: name })}
                  onClick={() => change([...hours, nextHours(hours)])}
                >
                  <Plus size={14} aria-hidden />
                </button>
              </div>
            </div>
          )
        })}
      </div>
      {own && (
        <p role="alert" className="text-12 text-bad">
          {t(refusalWord(own.code))}
        </p>
      )}
      <button
        type="button"
        className="control self-start"
        onClick={() =>
          onChange(week.map((hours, day) => (day < 5 ? (week[0] ?? []).map((one) => ({ ...one })) : hours)))
        }
      >
        {t('calendars.sameHours')}
      </button>
    </Section>
  )
}
