import { useState } from 'react'
import { useQuery } from 'urql'
import { Failure } from '../../app/states.tsx'
import { Field } from '../../forms/Field.tsx'
import { localMinute } from '../../forms/local-minute.ts'
import { Section } from '../../forms/Section.tsx'
import { SlaPreviewDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { serverNow } from '../../time/server-clock.ts'
import { useWords } from '../../words/use-words.ts'

/** What a saved policy means: of a contact that begins at some moment, when it is warned of and when it is due. */
export function PolicyPreview({ policyId }: { policyId: string }) {
  const { t, exactTime } = useWords()
  const [start, setStart] = useState(() => localMinute(serverNow()))
  const startedAt = start ? new Date(start).toISOString() : undefined
  const [{ data, error }, again] = useQuery({
    query: SlaPreviewDocument,
    variables: { policyId, startedAt: startedAt ?? '' },
    pause: startedAt === undefined,
    requestPolicy: 'network-only',
  })
  const preview = data?.slaPreview
  const problem = problemOf(error)
  return (
    <Section title={t('sla.preview')} hint={t('sla.preview.hint')}>
      <Field label={t('sla.begins')}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            className="field figure w-auto self-start"
            value={start}
            onChange={({ target }) => setStart(target.value)}
          />
        )}
      </Field>
      {problem ? (
        <Failure problem={problem} onRetry={() => again({ requestPolicy: 'network-only' })} />
      ) : (
        preview && (
          <dl className="figure grid grid-cols-[auto_1fr] gap-x-4 gap-y-1" data-testid="sla-preview">
            <dt className="text-ink-soft">{t('sla.warned')}</dt>
            <dd>{exactTime(preview.warnAt)}</dd>
            <dt className="text-ink-soft">{t('sla.dueAt')}</dt>
            <dd className="font-semibold">{exactTime(preview.dueAt)}</dd>
          </dl>
        )
      )}
    </Section>
  )
}
