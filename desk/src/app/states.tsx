import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Problem } from '../graph/problem.ts'
import { problemWord } from '../words/problem-word.ts'
import { useWords } from '../words/use-words.ts'

/** Rows of the size of what will come. */
export function Skeleton({ rows, height = 36 }: { rows: number; height?: number }) {
  const { t } = useWords()
  return (
    <div role="status" aria-label={t('state.loading')} className="flex flex-col gap-2 p-3">
      {Array.from({ length: rows }, (_row, index) => (
        <div key={index} style={{ height }} className="rounded-md bg-sunken motion-safe:animate-pulse" />
      ))}
    </div>
  )
}

/** Nothing here: what this is, and what to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-1 p-6 text-center">
      <p className="font-medium">{title}</p>
      <p className="max-w-xs text-balance text-ink-soft">{children}</p>
    </div>
  )
}

/** What happened, what to do, and the id that finds it in the logs. */
export function Failure({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { t } = useWords()
  return (
    <div role="alert" className="flex flex-col items-center gap-2 p-6 text-center">
      <CircleAlert size={20} aria-hidden className="text-bad" />
      <p className="max-w-xs text-balance">{t(problemWord(problem.code))}</p>
      {problem.requestId && (
        <p className="text-12 text-ink-soft">{t('state.request', { id: problem.requestId })}</p>
      )}
      {onRetry && (
        <button type="button" className="control" onClick={onRetry}>
          {t('state.again')}
        </button>
      )}
    </div>
  )
}

/** One part is missing; the rest can be used. */
export function Partial({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-2 bg-risk-soft px-3 py-1.5 text-12 text-risk">
      <TriangleAlert size={14} aria-hidden className="shrink-0" />
      {children}
    </p>
  )
}
