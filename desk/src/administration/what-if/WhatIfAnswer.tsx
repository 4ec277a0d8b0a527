import { Partial } from '../../app/states.tsx'
import type { WhatIfQuery } from '../../generated/operations.ts'
import { durationMs } from '../../time/duration.ts'
import { useWords } from '../../words/use-words.ts'
import { ForecastTable } from './ForecastTable.tsx'

interface WhatIfAnswerProperties {
  answer: WhatIfQuery['whatIf']
  /** The question was changed since. */
  outdated: boolean
}

/** What would come of it: over all contacts, and queue by queue. */
export function WhatIfAnswer({ answer, outdated }: WhatIfAnswerProperties) {
  const { t, number, span } = useWords()
  const { before, after, change, replications } = answer
  const theory = (['before', 'after'] as const).flatMap((side) =>
    answer[side].queues.flatMap(({ queue, erlangC }) =>
      erlangC ? [{ side, queueId: queue.id, needed: erlangC.serversNeeded, there: erlangC.servers }] : [],
    ),
  )
  return (
    <div className="flex flex-col gap-4">
      {outdated && <Partial>{t('whatIf.outdated')}</Partial>}
      <section className="rounded-md border border-line bg-surface p-4" data-testid="what-if-overall">
        <h3 className="text-14 font-semibold">{t('whatIf.overall')}</h3>
        <p className="mb-2 text-12 text-ink-soft">
          {t('whatIf.agents', { before: number(before.agents), after: number(after.agents) })}
        </p>
        <ForecastTable
          caption={t('whatIf.overall')}
          before={{ figures: before.overall, erlangC: null }}
          after={{ figures: after.overall, erlangC: null }}
          change={change}
        />
      </section>
      <div className="grid gap-4 min-[1400px]:grid-cols-2">
        {before.queues.map(({ queue, figures, erlangC }) => {
          const then = after.queues.find((one) => one.queue.id === queue.id)
          if (!then) return null
          return (
            <section key={queue.id} className="rounded-md border border-line bg-surface p-4">
              <h3 className="mb-2 text-14 font-semibold">{queue.name}</h3>
              <ForecastTable
                caption={queue.name}
                before={{ figures, erlangC }}
                after={{ figures: then.figures, erlangC: then.erlangC }}
              />
              {theory
                .filter(({ queueId }) => queueId === queue.id)
                .map(({ side, needed, there }) => (
                  <p key={side} className="text-12 text-ink-soft">
                    {t(`whatIf.${side}`)}:{' '}
                    {t('whatIf.servers', { needed: number(needed), there: number(there) })}
                  </p>
                ))}
            </section>
          )
        })}
      </div>
      <p className="text-12 text-ink-soft">
        {t('whatIf.how', { count: number(replications), span: span(durationMs(answer.span) ?? 0) })}
        {theory.length > 0 && ` ${t('whatIf.how.erlang')}`}
      </p>
    </div>
  )
}
