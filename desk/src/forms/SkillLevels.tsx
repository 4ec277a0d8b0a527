import { Plus, X } from 'lucide-react'
import { refusalWord } from '../words/refusal-word.ts'
import { useWords } from '../words/use-words.ts'
import { dayOf, endOfDay } from './day-of.ts'
import { type Refusal, refusalOf } from './refusals.ts'

/** A skill and how good somebody is at it. */
export interface SkillLevel {
  skillId: string
  proficiency: number
  /** Until when it counts; null without end. */
  expiresAt: string | null
}

interface SkillLevelsProperties {
  label: string
  skills: readonly { id: string; name: string }[]
  value: readonly SkillLevel[]
  onChange: (value: SkillLevel[]) => void
  refusals: readonly Refusal[]
  /** The field's name in refusals. */
  field: string
  /** What no skills mean here. */
  empty?: string
  /** Whether levels may end. */
  expiring: boolean
}

const levels = [1, 2, 3, 4, 5] as const

/** Skills with their levels, and until when they count. */
export function SkillLevels(properties: SkillLevelsProperties) {
  const { t, number } = useWords()
  const { skills, value, onChange, refusals, field } = properties
  const change = (index: number, part: Partial<SkillLevel>) =>
    onChange(value.map((old, at) => (at === index ? { ...old, ...part } : old)))
  const unused = skills.filter(({ id }) => !value.some(({ skillId }) => skillId === id))
  const own = refusals.find((refusal) => refusal.field === field)
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{properties.label}</legend>
      {value.length === 0 && <p className="text-ink-soft">{properties.empty ?? t('skills.none')}</p>}
      {value.map((entry, index) => {
        const refusal = refusalOf(refusals, `${field}.${index}`)
        const name = skills.find(({ id }) => id === entry.skillId)?.name ?? entry.skillId
        return (
          <div key={entry.skillId} className="flex flex-col gap-1">
            <div className="flex flex-wrap items-center gap-2">
              <select
                className="field min-w-32 flex-1"
                aria-label={t('skills.skill')}
                value={entry.skillId}
                onChange={({ target }) => change(index, { skillId: target.value })}
              >
                <option value={entry.skillId}>{name}</option>
                {unused.map((skill) => (
                  <option key={skill.id} value={skill.id}>
                    {skill.name}
                  </option>
                ))}
              </select>
              <select
                className="field figure w-auto"
                aria-label={t('skills.levelOf', { skill: name })}
                aria-invalid={refusal ? true : undefined}
                value={entry.proficiency}
                onChange={({ target }) => change(index, { proficiency: Number(target.value) })}
              >
                {levels.map((level) => (
                  <option key={level} value={level}>
                    {t(`skills.level.${level}`, { level: number(level) })}
                  </option>
                ))}
              </select>
              {properties.expiring && (
                <input
                  type="date"
                  className="field figure w-auto"
                  aria-label={t('skills.until', { skill: name })}
                  title={t('skills.until', { skill: name })}
                  value={entry.expiresAt ? dayOf(entry.expiresAt) : ''}
                  onChange={({ target }) => change(index, { expiresAt: endOfDay(target.value) })}
                />
              )}
              <button
                type="button"
                className="control control-quiet control-icon"
                aria-label={t('skills.remove', { skill: name })}
                onClick={() => onChange(value.filter((_entry, at) => at !== index))}
              >
                <X size={14} aria-hidden />
              </button>
            </div>
            {refusal && (
              <p role="alert" className="text-12 text-bad">
                {t(refusalWord(refusal.code))}
              </p>
            )}
          </div>
        )
      })}
      {own && (
        <p role="alert" className="text-12 text-bad">
          {t(refusalWord(own.code))}
        </p>
      )}
      {unused[0] && (
        <button
          type="button"
          className="control control-quiet self-start"
          onClick={() =>
            onChange([...value, { skillId: unused[0]?.id ?? '', proficiency: 3, expiresAt: null }])
          }
        >
          <Plus size={14} aria-hidden />
          {t('skills.add')}
        </button>
      )}
    </fieldset>
  )
}
