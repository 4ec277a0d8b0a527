import { Plus, Trash2 } from 'lucide-react'
import { Field } from '../../forms/Field.tsx'
import { type Refusal, refusalOf } from '../../forms/refusals.ts'
import { SkillLevels } from '../../forms/SkillLevels.tsx'
import type { WhatIfChoicesQuery } from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { type StaffDraft, skillsFor, staffDraft } from './what-if-draft.ts'

interface StaffGroupsProperties {
  /** What such a group is called, for those who listen. */
  title: string
  addLabel: string
  /** What a group without skills means. */
  empty: string
  value: readonly StaffDraft[]
  onChange: (value: StaffDraft[]) => void
  choices: WhatIfChoicesQuery
  refusals: readonly Refusal[]
  /** The field's name in refusals. */
  field: string
}

/** People who are alike: how many, and what each can serve. */
export function StaffGroups(properties: StaffGroupsProperties) {
  const { t } = useWords()
  const { title, value, onChange, choices, refusals, field } = properties
  const change = (key: string, part: Partial<StaffDraft>) =>
    onChange(value.map((group) => (group.key === key ? { ...group, ...part } : group)))
  return (
    <div className="flex flex-col gap-3">
      {value.map((group, index) => (
        <fieldset key={group.key} className="flex flex-col gap-3 rounded-md border border-line bg-ground p-3">
          <legend className="sr-only">{title}</legend>
          <div className="flex items-end gap-2">
            <Field label={t('whatIf.count')} refusal={refusalOf(refusals, `${field}.${index}.count`)}>
              {(control) => (
                <input
                  {...control}
                  type="number"
                  min={1}
                  max={2_000}
                  required
                  className="field figure w-20"
                  value={group.count}
                  onChange={({ target }) => change(group.key, { count: target.value })}
                />
              )}
            </Field>
            <Field label={t('whatIf.as')}>
              {(control) => (
                <select
                  {...control}
                  className="field"
                  value=""
                  onChange={({ target }) => {
                    const queue = choices.queues.find(({ id }) => id === target.value)
                    if (queue) change(group.key, { skills: skillsFor(queue) })
                  }}
                >
                  <option value="">{t('form.choose')}</option>
                  {choices.queues.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <button
              type="button"
              className="control control-quiet control-icon ml-auto"
              aria-label={t('whatIf.removeGroup')}
              onClick={() => onChange(value.filter(({ key }) => key !== group.key))}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </div>
          <SkillLevels
            empty={properties.empty}
            label={t('agents.skills')}
            skills={choices.skills}
            value={group.skills}
            onChange={(skills) => change(group.key, { skills })}
            refusals={refusals}
            field={`${field}.${index}.skills`}
            expiring={false}
          />
        </fieldset>
      ))}
      <button
        type="button"
        className="control self-start"
        onClick={() => onChange([...value, staffDraft(1, [])])}
      >
        <Plus size={14} aria-hidden />
        {properties.addLabel}
      </button>
    </div>
  )
}
