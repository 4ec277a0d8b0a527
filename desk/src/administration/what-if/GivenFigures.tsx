import { Plus, Trash2 } from 'lucide-react'
import { DurationField } from '../../forms/DurationField.tsx'
import { Field } from '../../forms/Field.tsx'
import { type Refusal, refusalOf } from '../../forms/refusals.ts'
import type { MediaType, WhatIfChoicesQuery } from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { type DemandDraft, demandDraft } from './what-if-draft.ts'

interface GivenFiguresProperties {
  value: readonly DemandDraft[]
  onChange: (value: DemandDraft[]) => void
  queues: WhatIfChoicesQuery['queues']
  refusals: readonly Refusal[]
}

/** What comes to each queue, written by hand. */
export function GivenFigures({ value, onChange, queues, refusals }: GivenFiguresProperties) {
  const { t } = useWords()
  const change = (key: string, part: Partial<DemandDraft>) =>
    onChange(value.map((demand) => (demand.key === key ? { ...demand, ...part } : demand)))
  const next = queues.find(({ id }) => !value.some(({ queueId }) => queueId === id)) ?? queues[0]
  return (
    <div className="flex flex-col gap-3">
      {value.map((demand, index) => {
        const field = `demands.${index}`
        const queue = queues.find(({ id }) => id === demand.queueId)
        const refusalAt = (name: string) => refusalOf(refusals, `${field}.${name}`)
        return (
          <fieldset
            key={demand.key}
            className="flex flex-col gap-3 rounded-md border border-line bg-ground p-3"
          >
            <legend className="sr-only">{queue?.name ?? demand.queueId}</legend>
            <div className="flex items-end gap-2">
              <Field
                label={t('sla.queue')}
                refusal={refusals.find((one) => one.field === field) ?? refusalAt('queueId')}
              >
                {(control) => (
                  <select
                    {...control}
                    className="field"
                    value={demand.queueId}
                    onChange={({ target }) => {
                      const chosen = queues.find(({ id }) => id === target.value)
                      const mediaType = chosen?.mediaTypes[0] ?? demand.mediaType
                      change(demand.key, { queueId: target.value, mediaType })
                    }}
                  >
                    {queues.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label={t('queues.media')}>
                {(control) => (
                  <select
                    {...control}
                    className="field"
                    value={demand.mediaType}
                    onChange={({ target }) => change(demand.key, { mediaType: target.value as MediaType })}
                  >
                    {(queue?.mediaTypes ?? [demand.mediaType]).map((media) => (
                      <option key={media} value={media}>
                        {t(`media.${media}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <button
                type="button"
                className="control control-quiet control-icon ml-auto"
                aria-label={t('whatIf.removeDemand')}
                disabled={value.length === 1}
                onClick={() => onChange(value.filter(({ key }) => key !== demand.key))}
              >
                <Trash2 size={14} aria-hidden />
              </button>
            </div>
            <Field label={t('whatIf.perHour')} refusal={refusalAt('arrivalsPerHour')}>
              {(control) => (
                <input
                  {...control}
                  type="number"
                  min={0}
                  step="any"
                  required
                  className="field figure w-24"
                  value={demand.perHour}
                  onChange={({ target }) => change(demand.key, { perHour: target.value })}
                />
              )}
            </Field>
            <DurationField
              label={t('whatIf.handling')}
              refusal={refusalAt('handleTime')}
              value={demand.handleTime}
              onChange={(handleTime) => change(demand.key, { handleTime })}
            />
            <DurationField
              label={t('whatIf.patience')}
              hint={t('whatIf.patience.hint')}
              refusal={refusalAt('patience')}
              value={demand.patience}
              onChange={(patience) => change(demand.key, { patience })}
            />
          </fieldset>
        )
      })}
      {next && (
        <button
          type="button"
          className="control self-start"
          onClick={() => onChange([...value, demandDraft(next)])}
        >
          <Plus size={14} aria-hidden />
          {t('whatIf.addDemand')}
        </button>
      )}
    </div>
  )
}
