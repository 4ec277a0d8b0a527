import type { ReactNode } from 'react'
import type { GapFragment } from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { SeveritySign } from './SeveritySign.tsx'

interface GapsTableProperties {
  gaps: readonly GapFragment[]
  onPropose: (gap: GapFragment) => void
}

const heads = ['skill', 'severity', 'needed', 'missing', 'demand', 'supply', 'trainings'] as const

/** Demand for each skill beside its supply, the worst first. */
export function GapsTable({ gaps, onPropose }: GapsTableProperties) {
  const { t, number } = useWords()
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-surface">
      <table className="w-full border-collapse text-left" data-testid="gaps">
        <thead>
          <tr className="border-b border-line text-12 text-ink-soft">
            {heads.map((head) => (
              <th key={head} scope="col" className="h-9 px-3 font-medium whitespace-nowrap">
                {t(`gaps.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <tr key={gap.skill.id} className="border-b border-line last:border-0">
              <th scope="row" className="px-3 py-2 font-medium">
                {gap.skill.name}
                <span className="figure block text-12 font-normal text-ink-soft">
                  {t('skills.atLeast', { level: number(gap.level) })}
                </span>
              </th>
              <td className="px-3">
                <SeveritySign severity={gap.severity} />
              </td>
              <Figures main={number(gap.requiredAgents)}>
                {t('gaps.load', { load: number(gap.demand.busyHourLoad) })}
              </Figures>
              <Figures main={number(gap.missingAgents)}>
                {t('gaps.in30Days', { count: number(gap.missingIn30Days) })}
              </Figures>
              <Figures main={t('gaps.arrivals', { count: gap.demand.arrivals })}>
                {t('gaps.missed', {
                  missed: number(gap.demand.slaMissed),
                  waiting: number(gap.demand.waiting),
                })}
              </Figures>
              <Figures main={t('gaps.holders', { count: gap.supply.holders })}>
                {t('gaps.effective', {
                  onDuty: number(gap.supply.onDuty),
                  expiring: number(gap.supply.expiringSoon),
                })}
              </Figures>
              <td className="px-3 whitespace-nowrap">
                <span className="figure mr-2">{number(gap.openTrainings)}</span>
                <button type="button" className="control h-7" onClick={() => onPropose(gap)}>
                  {t('gaps.propose')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Figures = ({ main, children }: { main: string; children: ReactNode }) => (
  <td className="figure px-3 whitespace-nowrap">
    {main}
    <span className="block text-12 text-ink-soft">{children}</span>
  </td>
)
