import { useWords } from '../../words/use-words.ts'

/** Deeper with the level; the figures say it, too. */
const opacities = [0.3, 0.45, 0.6, 0.8, 1] as const

/** How many agents have something, by level from 1 to 5: the sum as a figure, the levels as a bar. */
export function LevelBar({ agentsByProficiency }: { agentsByProficiency: readonly number[] }) {
  const { t, number } = useWords()
  const total = agentsByProficiency.reduce((sum, count) => sum + count, 0)
  const label = agentsByProficiency
    .flatMap((count, index) =>
      count > 0 ? [t('matrix.atLevel', { count: number(count), level: number(index + 1) })] : [],
    )
    .join(', ')
  return (
    <span className="flex items-center gap-2" title={label}>
      <span className={`figure min-w-5 font-semibold ${total === 0 ? 'text-bad' : ''}`}>{number(total)}</span>
      <span className="flex h-2 flex-1 overflow-hidden rounded-full bg-sunken" aria-hidden>
        {agentsByProficiency.map((count, index) => (
          <span
            key={index}
            className="h-full bg-accent"
            style={{ width: total ? `${(100 * count) / total}%` : 0, opacity: opacities[index] }}
          />
        ))}
      </span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
