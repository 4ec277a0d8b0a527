import { useMemo } from 'react'
import { durationMs } from '../../time/duration.ts'
import { useWords } from '../../words/use-words.ts'

/** A figure and how sure it is, in words. */
export interface Figure {
  mean: string
  /** For instance ±2 %. */
  sure: string
}

interface Estimate<T> {
  mean: T
  halfWidth: T
}

/** How estimates are written in the person's language. */
export interface Estimates {
  share: (estimate: Estimate<number> | null) => Figure | undefined
  wait: (estimate: Estimate<string> | null) => Figure | undefined
  /** A change of a share, in points. */
  points: (estimate: Estimate<number> | null) => Figure | undefined
  percent: (share: number) => string
  length: (duration: string) => string
}

/** {@link Estimates} of the language that is active. */
export function useEstimates(): Estimates {
  const { locale, span, t } = useWords()
  return useMemo(() => {
    const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
    const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
    const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
    const percent = (share: number) => shares.format(share)
    const length = (duration: string) => span(durationMs(duration) ?? 0)
    const figure = <T>(estimate: Estimate<T> | null, write: (value: T) => string): Figure | undefined =>
      estimate ? { mean: write(estimate.mean), sure: `±${write(estimate.halfWidth)}` } : undefined
    return {
      percent,
      length,
      share: (estimate) => figure(estimate, percent),
      wait: (estimate) => figure(estimate, length),
      points: (estimate) =>
        estimate
          ? {
              mean: t('whatIf.points', { points: signed.format(estimate.mean * 100) }),
              sure: `±${plain.format(estimate.halfWidth * 100)}`,
            }
          : undefined,
    }
  }, [locale, span, t])
}
