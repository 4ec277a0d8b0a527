import type { AgentProfileFragment } from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'

interface SkillChipsProperties {
  label: string
  skills: AgentProfileFragment['skills']
}

/** Skills with their level and where they come from. */
export function SkillChips({ label, skills }: SkillChipsProperties) {
  const { t, number } = useWords()
  return (
    <div>
      <p className="mb-1 font-medium">{label}</p>
      <ul className="flex flex-wrap gap-2">
        {skills.map(({ skill, proficiency, source }) => (
          <li key={skill.id} className="rounded-md bg-sunken px-2 py-1">
            {skill.name} <span className="figure font-medium">{number(proficiency)}</span>{' '}
            <span className="text-12 text-ink-soft">{t(`skills.source.${source}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
