import { type FormEvent, useState } from 'react'
import { Field } from '../../forms/Field.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { FormFooter } from '../../forms/FormFooter.tsx'
import { refusalOf, refusalsBeside } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import { useSave } from '../../forms/use-save.ts'
import {
  type MediaType,
  RemoveSkillDocument,
  SaveSkillDocument,
  type SaveSkillInput,
  type SkillKind,
  type SkillSettingsFragment,
} from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { RemoveEntry } from '../RemoveEntry.tsx'

interface SkillFormProperties {
  /** Undefined for a new one. */
  skill: SkillSettingsFragment | undefined
  onSaved: (skillId: string) => void
  onRemoved: () => void
}

const kinds: readonly SkillKind[] = ['CHANNEL', 'DOMAIN', 'LANGUAGE', 'SPECIAL']
const mediaTypes: readonly MediaType[] = ['VOICE', 'CHAT', 'SOCIAL', 'EMAIL']

/** One skill: what it is about, and whether everybody has it. */
export function SkillForm({ skill, onSaved, onRemoved }: SkillFormProperties) {
  const { t, number } = useWords()
  const [draft, setDraft] = useState<Required<SaveSkillInput>>(() => ({
    id: skill?.id ?? '',
    name: skill?.name ?? '',
    kind: skill?.kind ?? 'SPECIAL',
    mediaType: skill?.mediaType ?? null,
    domain: skill?.domain ?? null,
    basicProficiency: skill?.basicProficiency ?? null,
  }))
  const form = useSave(SaveSkillDocument, ({ saveSkill }) => saveSkill.userErrors)
  const { refusals } = form
  const set = (part: Partial<typeof draft>) => {
    form.touched()
    setDraft({ ...draft, ...part })
  }
  const withMedia = draft.kind === 'CHANNEL'
  const withDomain = draft.kind === 'CHANNEL' || draft.kind === 'DOMAIN'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = {
      ...draft,
      id: draft.id.trim(),
      name: draft.name.trim(),
      mediaType: withMedia ? draft.mediaType : null,
      domain: withDomain ? draft.domain?.trim() || null : null,
    }
    if (await form.save({ input })) onSaved(input.id)
  }
  return (
    <form
      className="flex flex-col gap-4"
      aria-label={skill?.name ?? t('skills.new')}
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="text-20 font-semibold">{skill?.name ?? t('skills.new')}</h2>
      <Section title={t('skills.about')}>
        <div className="grid gap-4 small:grid-cols-2">
          <TextField
            label={t('form.name')}
            refusal={refusalOf(refusals, 'name')}
            required
            value={draft.name}
            onChange={(value) => set({ name: value })}
          />
          {!skill && (
            <TextField
              label={t('form.id')}
              hint={t('skills.id.hint')}
              refusal={refusalOf(refusals, 'id')}
              required
              value={draft.id}
              onChange={(value) => set({ id: value })}
            />
          )}
          <Field label={t('skills.kind')} refusal={refusalOf(refusals, 'kind')}>
            {(control) => (
              <select
                {...control}
                className="field"
                value={draft.kind}
                onChange={({ target }) => set({ kind: target.value as SkillKind })}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`skills.kind.${kind}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {withMedia && (
            <Field label={t('skills.mediaType')} refusal={refusalOf(refusals, 'mediaType')}>
              {(control) => (
                <select
                  {...control}
                  className="field"
                  value={draft.mediaType ?? ''}
                  onChange={({ target }) => set({ mediaType: (target.value || null) as MediaType | null })}
                >
                  <option value="">{t('form.choose')}</option>
                  {mediaTypes.map((media) => (
                    <option key={media} value={media}>
                      {t(`media.${media}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {withDomain && (
            <TextField
              label={t('queues.domain')}
              refusal={refusalOf(refusals, 'domain')}
              value={draft.domain ?? ''}
              onChange={(value) => set({ domain: value || null })}
            />
          )}
          <Field
            label={t('skills.basic')}
            hint={t('skills.basic.hint')}
            refusal={refusalOf(refusals, 'basicProficiency')}
          >
            {(control) => (
              <select
                {...control}
                className="field"
                value={draft.basicProficiency ?? ''}
                onChange={({ target }) =>
                  set({ basicProficiency: target.value ? Number(target.value) : null })
                }
              >
                <option value="">{t('skills.notBasic')}</option>
                {([1, 2, 3, 4, 5] as const).map((level) => (
                  <option key={level} value={level}>
                    {t(`skills.level.${level}`, { level: number(level) })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </Section>
      <FormFooter
        {...form}
        refusals={refusalsBeside(refusals, ['id', 'name', 'kind', 'mediaType', 'domain', 'basicProficiency'])}
      />
      {skill && (
        <RemoveEntry
          document={RemoveSkillDocument}
          variables={{ id: skill.id }}
          refusalsIn={({ removeSkill }) => removeSkill.userErrors}
          name={skill.name}
          hint={t('skills.remove.hint')}
          onRemoved={onRemoved}
        />
      )}
    </form>
  )
}
