import { useState } from 'react'
import type { Refusal } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { refusalWord } from '../../words/refusal-word.ts'
import { useWords } from '../../words/use-words.ts'

interface MembersProperties {
  agents: readonly { id: string; name: string }[]
  value: readonly string[]
  onChange: (value: string[]) => void
  refusal: Refusal | undefined
}

/** Who belongs to a group, chosen from all agents. */
export function Members({ agents, value, onChange, refusal }: MembersProperties) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const chosen = new Set(value)
  const words = search.trim().toLocaleLowerCase()
  const shown = agents.filter(({ name }) => name.toLocaleLowerCase().includes(words))
  return (
    <Section title={t('groups.members', { count: value.length })}>
      <input
        type="search"
        className="field"
        aria-label={t('steer.agent')}
        placeholder={t('steer.agent')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <ul className="grid max-h-72 gap-x-6 overflow-y-auto small:grid-cols-2">
        {shown.map(({ id, name }) => (
          <li key={id}>
            <label className="flex h-8 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.has(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...value, id] : value.filter((one) => one !== id))
                }
              />
              <span className="truncate">{name}</span>
            </label>
          </li>
        ))}
      </ul>
      {refusal && (
        <p role="alert" className="text-12 text-bad">
          {t(refusalWord(refusal.code))}
        </p>
      )}
    </Section>
  )
}
