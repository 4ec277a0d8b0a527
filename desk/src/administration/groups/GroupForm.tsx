import { type FormEvent, useState } from 'react'
import { TextField } from '../../forms/TextField.tsx'
import { FormFooter } from '../../forms/FormFooter.tsx'
import { refusalOf, refusalsBeside } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { SkillLevels } from '../../forms/SkillLevels.tsx'
import { useSave } from '../../forms/use-save.ts'
import {
  type GroupSettingsFragment,
  RemoveSkillGroupDocument,
  SaveSkillGroupDocument,
} from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { RemoveEntry } from '../RemoveEntry.tsx'
import { Members } from './Members.tsx'

interface GroupFormProperties {
  /** Undefined for a new one. */
  group: GroupSettingsFragment | undefined
  skills: readonly { id: string; name: string }[]
  agents: readonly { id: string; name: string }[]
  onSaved: (groupId: string) => void
  onRemoved: () => void
}

/** One group: what its members get, and who they are. */
export function GroupForm({ group, skills, agents, onSaved, onRemoved }: GroupFormProperties) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => ({
    id: group?.id ?? '',
    name: group?.name ?? '',
    grants: (group?.grants ?? []).map(({ skill, proficiency }) => ({
      skillId: skill.id,
      proficiency,
      expiresAt: null as string | null,
    })),
    agentIds: group?.members.map(({ id }) => id) ?? [],
  }))
  const form = useSave(SaveSkillGroupDocument, ({ saveSkillGroup }) => saveSkillGroup.userErrors)
  const { refusals } = form
  const set = (part: Partial<typeof draft>) => {
    form.touched()
    setDraft({ ...draft, ...part })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { agentIds } = draft
    const input = {
      id: draft.id.trim(),
      name: draft.name.trim(),
      grants: draft.grants.map(({ skillId, proficiency }) => ({ skillId, proficiency })),
      agentIds,
    }
    if (await form.save({ input })) onSaved(input.id)
  }
  return (
    <form
      className="flex flex-col gap-4"
      aria-label={group?.name ?? t('groups.new')}
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="text-20 font-semibold">{group?.name ?? t('groups.new')}</h2>
      <Section title={t('groups.what')} hint={t('groups.what.hint')}>
        <div className="grid gap-4 small:grid-cols-2">
          <TextField
            label={t('form.name')}
            refusal={refusalOf(refusals, 'name')}
            required
            value={draft.name}
            onChange={(value) => set({ name: value })}
          />
          {!group && (
            <TextField
              label={t('form.id')}
              hint={t('form.id.hint')}
              refusal={refusalOf(refusals, 'id')}
              required
              value={draft.id}
              onChange={(value) => set({ id: value })}
            />
          )}
        </div>
        <SkillLevels
          label={t('groups.grants')}
          skills={skills}
          value={draft.grants}
          onChange={(grants) => set({ grants })}
          refusals={refusals}
          field="grants"
          expiring={false}
        />
      </Section>
      <Members
        agents={[
          ...(group?.members.filter(({ id }) => !agents.some((agent) => agent.id === id)) ?? []),
          ...agents,
        ]}
        value={draft.agentIds}
        onChange={(agentIds) => set({ agentIds })}
        refusal={refusalOf(refusals, 'agentIds')}
      />
      <FormFooter {...form} refusals={refusalsBeside(refusals, ['id', 'name', 'grants', 'agentIds'])} />
      {group && (
        <RemoveEntry
          document={RemoveSkillGroupDocument}
          variables={{ id: group.id }}
          refusalsIn={({ removeSkillGroup }) => removeSkillGroup.userErrors}
          name={group.name}
          hint={t('groups.remove.hint')}
          onRemoved={onRemoved}
        />
      )}
    </form>
  )
}
