import { Check, TrendingDown } from 'lucide-react'
import { useWords } from '../words/use-words.ts'

interface ServiceLevelSignProperties {
  /** From 0 to 1; nothing while nothing was decided. */
  ratio: number | null | undefined
  /** From 0 to 1. */
  goal: number
}

/** A service level beside its goal: figure, sign, and a word for those who listen. */
export function ServiceLevelSign({ ratio, goal }: ServiceLevelSignProperties) {
  const { t, percent } = useWords()
  const known = ratio !== null && ratio !== undefined
  const below = known && ratio < goal
  return (
    <span className="inline-flex items-center gap-1.5 align-middle">
      {known &&
        (below ? (
          <TrendingDown size={14} aria-hidden className="text-bad" />
        ) : (
          <Check size={14} aria-hidden className="text-good" />
        ))}
      <span className={below ? 'font-semibold text-bad' : undefined}>{known ? percent(ratio) : '–'}</span>
      <span className="text-12 text-ink-soft">{t('board.ofGoal', { goal: percent(goal) })}</span>
      {known && <span className="sr-only"> {t(below ? 'board.belowGoal' : 'board.goalMet')}</span>}
    </span>
  )
}
