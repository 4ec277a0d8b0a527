import type { ExplainRoutingQuery } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'

type Excluded = NonNullable<ExplainRoutingQuery['explainRouting']>['excluded']

const reasons = ['unavailable', 'lacksSkill', 'noRoom', 'passedOver', 'held'] as const

/** How many could not be considered, and why; nothing when nobody was left out. */
export function ExcludedCounts({ excluded }: { excluded: Excluded }) {
  const { t } = useWords()
  const shown = reasons.filter((reason) => excluded[reason] > 0)
  if (shown.length === 0) return null
  return (
    <div>
      <h4 className="pane-title">{t('why.excluded')}</h4>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
        {shown.map((reason) => (
          <li key={reason}>{t(`why.excluded.${reason}`, { count: excluded[reason] })}</li>
        ))}
      </ul>
    </div>
  )
}
