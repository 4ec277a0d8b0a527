import { Plus, X } from 'lucide-react'
import { useWords } from '../words/use-words.ts'
import { type Refusal, refusalOf } from './refusals.ts'
import { refusalWord } from '../words/refusal-word.ts'

/** A skill, and how good somebody has to be at it. */
export interface SkillNeed {
  skillId: string
  minimumProficiency: number
}

interface SkillNeedsProperties {
  label: string
  skills: readonly { id: string; name: string }[]
  value: readonly SkillNeed[]
  onChange: (value: SkillNeed[]) => void
  refusals: readonly Refusal[]
  /** The field's name in refusals. */
  field: string
}

const levels = [1, 2, 3, 4, 5] as const

/** What an agent needs: skills, each with the least proficiency. */
export function SkillNeeds({ label, skills, value, onChange, refusals, field }: SkillNeedsProperties) {
  const { t, number } = useWords()
  const change = (index: number, need: SkillNeed) =>
    onChange(value.map((old, at) => (at === index ? need : old)))
  const unused = skills.filter(({ id }) => !value.some(({ skillId }) => skillId === id))
  const own = refusals.find((refusal) => refusal.field === field)
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{label}</legend>
      {value.length === 0 && <p className="text-ink-soft">{t('skills.anybody')}</p>}
      {value.map((need, index) => {
        const refusal = refusalOf(refusals, `${field}.${index}`)
        const name = skills.find(({ id }) => id === need.skillId)?.name ?? need.skillId
        return (
          <div key={need.skillId} className="flex flex-col gap-1">
            <div className="flex items-center gap-2">
              <select
                className="field min-w-0 flex-1"
                aria-label={t('skills.skill')}
                aria-invalid={refusal ? true : undefined}
                value={need.skillId}
                onChange={({ target }) => change(index, { ...need, skillId: target.value })}
              >
                <option value={need.skillId}>{name}</option>
                {unused.map((skill) => (
                  <option key={skill.id} value={skill.id}>
                    {skill.name}
                  </option>
                ))}
              </select>
              <select
                className="field figure w-auto"
                aria-label={t('skills.levelOf', { skill: name })}
                value={need.minimumProficiency}
                onChange={({ target }) =>
                  change(index, { ...need, minimumProficiency: Number(target.value) })
                }
              >
                {levels.map((level) => (
                  <option key={level} value={level}>
                    {t('skills.atLeast', { level: number(level) })}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="control control-quiet control-icon"
                aria-label={t('skills.remove', { skill: name })}
                onClick={() => onChange(value.filter((_need, at) => at !== index))}
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
          onClick={() => onChange([...value, { skillId: unused[0]?.id ?? '', minimumProficiency: 1 }])}
        >
          <Plus size={14} aria-hidden />
          {t('skills.add')}
        </button>
      )}
    </fieldset>
  )
}
