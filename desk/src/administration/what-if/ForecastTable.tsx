import type { ReactNode } from 'react'
import type { ErlangFragment, ExpectedFragment, WhatIfQuery } from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'
import { type Figure, useEstimates } from './use-estimates.ts'

/** What is expected of contacts, and what theory says of them where it applies. */
export interface Side {
  figures: ExpectedFragment
  erlangC: ErlangFragment | null
}

interface ForecastTableProperties {
  caption: string
  before: Side
  after: Side
  /** Over all contacts, where both sides met the same ones. */
  change?: WhatIfQuery['whatIf']['change']
}

/** Before and after side by side, figure by figure. */
export function ForecastTable({ caption, before, after, change }: ForecastTableProperties) {
  const { t, number } = useWords()
  const { share, wait, points, percent, length } = useEstimates()
  const theory = (value: string | undefined) => value && t('whatIf.erlang', { value })
  const waitByTheory = ({ erlangC }: Side) =>
    erlangC ? (erlangC.expectedWait === null ? t('whatIf.endless') : length(erlangC.expectedWait)) : undefined
  const sides = [before, after] as const
  const rows: Array<{ name: string; cells: ReactNode[]; changed: ReactNode }> = [
    {
      name: t('whatIf.serviceLevel'),
      cells: sides.map(({ figures, erlangC }) => (
        <Value figure={share(figures.serviceLevel)}>
          {theory(erlangC ? percent(erlangC.serviceLevel) : undefined)}
        </Value>
      )),
      changed: (
        <Change estimate={change?.serviceLevel} figure={points(change?.serviceLevel ?? null)} good="more" />
      ),
    },
    {
      name: t('whatIf.wait'),
      cells: sides.map((side) => (
        <Value figure={wait(side.figures.expectedWait)}>{theory(waitByTheory(side))}</Value>
      )),
      changed: null,
    },
    {
      name: t('whatIf.occupancy'),
      cells: sides.map(({ figures, erlangC }) => (
        <Value figure={share(figures.occupancy)}>
          {theory(erlangC ? percent(erlangC.occupancy) : undefined)}
        </Value>
      )),
      changed: <Change estimate={change?.occupancy} figure={points(change?.occupancy ?? null)} />,
    },
    {
      name: t('whatIf.abandoned'),
      cells: sides.map(({ figures }) => <Value figure={share(figures.abandonRate)} />),
      changed: (
        <Change estimate={change?.abandonRate} figure={points(change?.abandonRate ?? null)} good="less" />
      ),
    },
    {
      name: t('whatIf.contacts'),
      cells: sides.map(({ figures }) => number(Math.round(figures.contacts))),
      changed: null,
    },
  ]
  const heads = [t('whatIf.before'), t('whatIf.after'), ...(change ? [t('whatIf.change')] : [])]
  return (
    <table className="w-full table-fixed border-collapse text-left" data-testid="forecast">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-12 text-ink-soft">
          <th scope="col" className="h-8 pr-2 font-medium">
            {t('whatIf.figure')}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="h-8 px-2 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells, changed }) => (
          <tr key={name} className="border-b border-line align-top last:border-0">
            <th scope="row" className="py-2 pr-2 font-normal">
              {name}
            </th>
            {cells.map((cell, side) => (
              <td key={side === 0 ? 'before' : 'after'} className="figure px-2 py-2">
                {cell}
              </td>
            ))}
            {change && <td className="figure px-2 py-2">{changed}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ figure, children }: { figure: Figure | undefined; children?: ReactNode }) {
  const { t } = useWords()
  return (
    <>
      {figure ? (
        <>
          <span className="font-medium">{figure.mean}</span>{' '}
          <span className="text-12 whitespace-nowrap text-ink-soft">{figure.sure}</span>
        </>
      ) : (
        <span className="text-ink-soft">{t('whatIf.unmeasured')}</span>
      )}
      {children && <span className="block text-12 text-ink-soft">{children}</span>}
    </>
  )
}

interface ChangeProperties {
  estimate: { mean: number; halfWidth: number } | null | undefined
  figure: Figure | undefined
  /** Which way is better; neither where it depends. */
  good?: 'more' | 'less'
}

/** What the change makes: with its sign, and a word where it is surer than chance. */
function Change({ estimate, figure, good }: ChangeProperties) {
  const { t } = useWords()
  if (!estimate || !figure) return null
  const isSure = Math.abs(estimate.mean) > estimate.halfWidth
  const isBetter = estimate.mean > 0 === (good === 'more')
  return (
    <Value figure={figure}>
      {!isSure ? (
        t('whatIf.unsure')
      ) : good ? (
        <span className={isBetter ? 'text-good' : 'text-bad'}>
          {t(isBetter ? 'whatIf.better' : 'whatIf.worse')}
        </span>
      ) : undefined}
    </Value>
  )
}
