import { useLine } from '../graph/line-state.ts'
import { useWords } from '../words/use-words.ts'

/** Says that what is shown may be old, and since when; nothing while the line stands. */
export function LineNotice() {
  const { t, time } = useWords()
  const line = useLine()
  return (
    <p
      role="status"
      className={line.state === 'online' ? 'sr-only' : 'bg-risk-soft px-3 py-1 text-center text-12 text-risk'}
    >
      {line.state !== 'online' &&
        t(`line.${line.state}`, { since: time(new Date(line.sinceMs).toISOString()) })}
    </p>
  )
}
