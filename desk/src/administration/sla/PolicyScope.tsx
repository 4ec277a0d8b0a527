import { Field } from '../../forms/Field.tsx'
import { TextField } from '../../forms/TextField.tsx'
import { type Refusal, refusalOf } from '../../forms/refusals.ts'
import { Section } from '../../forms/Section.tsx'
import type { MediaType } from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import type { PolicyDraft } from './policy-draft.ts'

interface PolicyScopeProperties {
  draft: PolicyDraft
  isNew: boolean
  queues: readonly { id: string; name: string }[]
  onChange: (part: Partial<PolicyDraft>) => void
  refusals: readonly Refusal[]
}

const mediaTypes: readonly MediaType[] = ['VOICE', 'CHAT', 'SOCIAL', 'EMAIL']

/** For which contacts a policy is: the more it names, the more special it is. */
export function PolicyScope({ draft, isNew, queues, onChange, refusals }: PolicyScopeProperties) {
  const { t, number } = useWords()
  return (
    <Section title={t('sla.scope')} hint={t('sla.scope.hint')}>
      <div className="grid gap-4 small:grid-cols-2">
        <TextField
          label={t('form.name')}
          refusal={refusalOf(refusals, 'name')}
          required
          value={draft.name}
          onChange={(value) => onChange({ name: value })}
        />
        {isNew && (
          <TextField
            label={t('form.id')}
            hint={t('form.id.hint')}
            refusal={refusalOf(refusals, 'id')}
            required
            value={draft.id}
            onChange={(value) => onChange({ id: value })}
          />
        )}
        <Field label={t('skills.mediaType')} refusal={refusalOf(refusals, 'mediaType')}>
          {(control) => (
            <select
              {...control}
              className="field"
              value={draft.mediaType}
              onChange={({ target }) => onChange({ mediaType: target.value as MediaType })}
            >
              {mediaTypes.map((media) => (
                <option key={media} value={media}>
                  {t(`media.${media}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t('sla.channel')}
          hint={t('sla.all')}
          refusal={refusalOf(refusals, 'channel')}
          value={draft.channel ?? ''}
          onChange={(value) => onChange({ channel: value || null })}
        />
        <Field label={t('sla.queue')} refusal={refusalOf(refusals, 'queueId')}>
          {(control) => (
            <select
              {...control}
              className="field"
              value={draft.queueId ?? ''}
              onChange={({ target }) => onChange({ queueId: target.value || null })}
            >
              <option value="">{t('sla.anyQueue')}</option>
              {queues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('sla.priority')} refusal={refusalOf(refusals, 'minimumPriority')}>
          {(control) => (
            <select
              {...control}
              className="field"
              value={draft.minimumPriority ?? ''}
              onChange={({ target }) =>
                onChange({ minimumPriority: target.value ? Number(target.value) : null })
              }
            >
              <option value="">{t('sla.anyPriority')}</option>
              {Array.from({ length: 10 }, (_level, index) => index + 1).map((priority) => (
                <option key={priority} value={priority}>
                  {t('sla.fromPriority', { priority: number(priority) })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t('sla.tier')}
          hint={t('sla.tier.hint')}
          refusal={refusalOf(refusals, 'customerTier')}
          value={draft.customerTier ?? ''}
          onChange={(value) => onChange({ customerTier: value || null })}
        />
      </div>
    </Section>
  )
}
