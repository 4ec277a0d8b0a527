import { Plus, X } from 'lucide-react'
import { type Refusal, refusalOf } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { refusalWord } from '../../words/refusal-word.ts'
import { useWords } from '../../words/use-words.ts'
import { type HolidayDraft, nextHours } from './calendar-draft.ts'
import { HoursRows } from './HoursRows.tsx'

interface HolidaysProperties {
  holidays: readonly HolidayDraft[]
  onChange: (holidays: HolidayDraft[]) => void
  refusals: readonly Refusal[]
}

/** Days with hours of their own: closed, or open for a part of the day. */
export function Holidays({ holidays, onChange, refusals }: HolidaysProperties) {
  const { t } = useWords()
  const own = refusals.find(({ field }) => field === 'holidays')
  const add = () =>
    onChange([
      ...holidays,
      {
        key: Math.max(-1, ...holidays.map(({ key }) => key)) + 1,
        date: '',
        yearly: false,
        name: '',
        hours: [],
      },
    ])
  return (
    <Section title={t('calendars.holidays')} hint={t('calendars.holidays.hint')}>
      {holidays.map((holiday, index) => {
        const field = `holidays.${index}`
        const name = holiday.name || t('calendars.holiday')
        const change = (part: Partial<HolidayDraft>) =>
          onChange(holidays.map((old, at) => (at === index ? { ...old, ...part } : old)))
        const refusal = ['date', 'name', 'yearly']
          .map((part) => refusalOf(refusals, `${field}.${part}`))
          .find(Boolean)
        return (
          <fieldset key={holiday.key} className="flex flex-col gap-2 border-b border-line pb-3 last:border-0">
            <legend className="sr-only">{name}</legend>
            <div className="flex flex-wrap items-center gap-2">
              <input
                type="date"
                className="field figure w-auto"
                required
                aria-label={t('calendars.date')}
                value={holiday.date}
                onChange={({ target }) => change({ date: target.value })}
              />
              <input
                className="field w-48"
                required
                aria-label={t('form.name')}
                placeholder={t('form.name')}
                value={holiday.name}
                onChange={({ target }) => change({ name: target.value })}
              />
              <label className="flex items-center gap-1.5">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={holiday.yearly}
                  onChange={({ target }) => change({ yearly: target.checked })}
                />
                {t('calendars.yearly')}
              </label>
              <button
                type="button"
                className="control control-quiet control-icon"
                aria-label={t('form.remove.title', { name })}
                onClick={() => onChange(holidays.filter(({ key }) => key !== holiday.key))}
              >
                <X size={14} aria-hidden />
              </button>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {holiday.hours.length === 0 && <span className="text-ink-soft">{t('calendars.closed')}</span>}
              <HoursRows
                day={name}
                hours={holiday.hours}
                onChange={(hours) => change({ hours })}
                fieldAt={(at) => `${field}.hours.${at}`}
                refusals={refusals}
              />
              <button
                type="button"
                className="control control-quiet"
                onClick={() => change({ hours: [...holiday.hours, nextHours(holiday.hours)] })}
              >
                <Plus size={14} aria-hidden />
                {t('calendars.openHours')}
              </button>
            </div>
            {refusal && (
              <p role="alert" className="text-12 text-bad">
                {t(refusalWord(refusal.code))}
              </p>
            )}
          </fieldset>
        )
      })}
      {own && (
        <p role="alert" className="text-12 text-bad">
          {t(refusalWord(own.code))}
        </p>
      )}
      <button type="button" className="control self-start" onClick={add}>
        <Plus size={14} aria-hidden />
        {t('calendars.addHoliday')}
      </button>
    </Section>
  )
}
