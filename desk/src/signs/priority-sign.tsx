import { ChevronsUp } from 'lucide-react'
import { useWords } from '../words/use-words.ts'

/** A priority above the ordinary one, as arrow and figure; nothing for ordinary contacts. */
export function PrioritySign({ priority }: { priority: number }) {
  const { t, number } = useWords()
  if (priority <= 0) return null
  return (
    <span
      className="figure inline-flex items-center text-12 font-medium text-accent"
      title={t('priority.label', { priority: number(priority) })}
    >
      <ChevronsUp size={14} aria-hidden />
      <span className="sr-only">{t('priority.label', { priority: number(priority) })}</span>
      <span aria-hidden>{number(priority)}</span>
    </span>
  )
}
