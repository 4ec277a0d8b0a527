import { X } from 'lucide-react'
import { type Refusal, refusalOf } from '../../forms/refusals.ts'
import { refusalWord } from '../../words/refusal-word.ts'
import { useWords } from '../../words/use-words.ts'
import type { Hours } from './calendar-draft.ts'

interface HoursRowsProperties {
  /** Which day, for those who listen. */
  day: string
  hours: readonly Hours[]
  onChange: (hours: Hours[]) => void
  /** The name of one of the rows in refusals. */
  fieldAt: (index: number) => string
  refusals: readonly Refusal[]
}

const clock = '([01][0-9]|2[0-3]):[0-5][0-9]|24:00'

/** The open hours of a day, from and until; 24:00 is its end. */
export function HoursRows({ day, hours, onChange, fieldAt, refusals }: HoursRowsProperties) {
  const { t } = useWords()
  return (
    <>
      {hours.map((one, index) => {
        const change = (part: Partial<Hours>) =>
          onChange(hours.map((old, at) => (at === index ? { ...old, ...part } : old)))
        const refusal = refusalOf(refusals, fieldAt(index))
        return (
          <div key={index} className="flex flex-wrap items-center gap-2">
            {(['from', 'to'] as const).map((edge) => (
              <input
                key={edge}
                className="field figure w-20"
                required
                pattern={clock}
                title="08:30"
                aria-label={`${day}: ${t(`calendars.${edge}`)}`}
                aria-invalid={refusal ? true : undefined}
                value={one[edge]}
                onChange={({ target }) => change({ [edge]: target.value })}
              />
            ))}
            <button
              type="button"
              className="control control-quiet control-icon"
              aria-label={t('calendars.removeHours', { day })}
              onClick={() => onChange(hours.filter((_old, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </button>
            {refusal && (
              <p role="alert" className="w-full text-12 text-bad">
                {t(refusalWord(refusal.code))}
              </p>
            )}
          </div>
        )
      })}
    </>
  )
}
