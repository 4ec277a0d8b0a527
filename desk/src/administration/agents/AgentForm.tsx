import { type FormEvent, useState } from 'react'
import { Field } from '../../forms/Field.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { FormFooter } from '../../forms/FormFooter.tsx'
import { refusalOf, refusalsBeside } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { SkillLevels } from '../../forms/SkillLevels.tsx'
import { useSave } from '../../forms/use-save.ts'
import {
  type AgentProfileFragment,
  SaveAgentDocument,
  type SaveAgentInput,
} from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { SkillChips } from './SkillChips.tsx'

interface AgentFormProperties {
  /** Undefined for somebody who has no profile yet. */
  agent: AgentProfileFragment | undefined
  skills: readonly { id: string; name: string }[]
  onSaved: (agentId: string) => void
}

const defaultCapacity = { total: 60, voice: 60, chat: 20, social: 12, email: 12 }
const weights = ['total', 'voice', 'chat', 'social', 'email'] as const

/** One agent's routing profile. */
export function AgentForm({ agent, skills, onSaved }: AgentFormProperties) {
  const { t, number } = useWords()
  const [draft, setDraft] = useState(() => ({
    id: agent?.id ?? '',
    name: agent?.name ?? '',
    skills: (agent?.ownSkills ?? []).map(({ skill, proficiency, expiresAt }) => ({
      skillId: skill.id,
      proficiency,
      expiresAt,
    })),
    capacity: agent ? { ...agent.capacity } : defaultCapacity,
  }))
  const form = useSave(SaveAgentDocument, ({ saveAgent }) => saveAgent.userErrors)
  const { refusals } = form
  const set = (part: Partial<typeof draft>) => {
    form.touched()
    setDraft({ ...draft, ...part })
  }
  const given = agent?.skills.filter(({ source }) => source !== 'OWN') ?? []
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { total, voice, chat, social, email } = draft.capacity
    const input: SaveAgentInput = {
      id: draft.id.trim(),
      name: draft.name.trim(),
      skills: draft.skills,
      capacity: { total, voice, chat, social, email },
    }
    if (await form.save({ input })) onSaved(input.id)
  }
  return (
    <form
      className="flex flex-col gap-4"
      aria-label={agent?.name ?? t('agents.new')}
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="text-20 font-semibold">{agent?.name ?? t('agents.new')}</h2>
      <Section title={t('agents.person')}>
        <div className="grid gap-4 small:grid-cols-2">
          <TextField
            label={t('form.name')}
            refusal={refusalOf(refusals, 'name')}
            required
            value={draft.name}
            onChange={(value) => set({ name: value })}
          />
          {!agent && (
            <TextField
              label={t('agents.account')}
              hint={t('agents.account.hint')}
              refusal={refusalOf(refusals, 'id')}
              required
              value={draft.id}
              onChange={(value) => set({ id: value })}
            />
          )}
        </div>
      </Section>
      <Section title={t('agents.skills')} hint={t('agents.skills.hint')}>
        <SkillLevels
          label={t('agents.ownSkills')}
          skills={skills}
          value={draft.skills}
          onChange={(own) => set({ skills: own })}
          refusals={refusals}
          field="skills"
          expiring
        />
        {given.length > 0 && <SkillChips label={t('agents.givenSkills')} skills={given} />}
      </Section>
      <Section title={t('agents.capacity')} hint={t('agents.capacity.hint')}>
        <div className="grid grid-cols-2 gap-4 small:grid-cols-5">
          {weights.map((weight) => (
            <Field
              key={weight}
              label={t(`capacity.${weight}`)}
              refusal={refusalOf(refusals, `capacity.${weight}`)}
              {...(weight !== 'total' && draft.capacity[weight] > 0
                ? {
                    hint: t('capacity.atOnce', {
                      count: number(Math.floor(draft.capacity.total / draft.capacity[weight])),
                    }),
                  }
                : {})}
            >
              {(control) => (
                <input
                  {...control}
                  type="number"
                  min={1}
                  required
                  className="field figure"
                  value={draft.capacity[weight]}
                  onChange={({ target }) =>
                    set({ capacity: { ...draft.capacity, [weight]: Number(target.value) } })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      </Section>
      <FormFooter {...form} refusals={refusalsBeside(refusals, ['id', 'name', 'skills', 'capacity'])} />
    </form>
  )
}
