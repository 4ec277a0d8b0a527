import type { GapSeverity } from '../../generated/operations.ts'
import { useWords } from '../../words/use-words.ts'

const steps: readonly GapSeverity[] = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
const colours: Record<GapSeverity, string> = {
  NONE: 'text-good',
  LOW: 'text-ink-soft',
  MEDIUM: 'text-risk',
  HIGH: 'text-bad',
  CRITICAL: 'text-bad',
}

/** How bad a gap is, as bars and a word. */
export function SeveritySign({ severity }: { severity: GapSeverity }) {
  const { t } = useWords()
  const filled = steps.indexOf(severity)
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${colours[severity]}`}>
      <span className="flex items-end gap-0.5" aria-hidden>
        {steps.slice(1).map((step, index) => (
          <span
            key={step}
            className={`w-1 ${index < filled ? 'bg-current' : 'bg-line-strong opacity-40'}`}
            style={{ height: 4 + 3 * index }}
          />
        ))}
      </span>
      {t(`gaps.severity.${severity}`)}
    </span>
  )
}
