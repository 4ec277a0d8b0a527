import { CountdownRing } from '../signs/countdown-ring.tsx'
import { countdown } from '../time/countdown.ts'
import { durationMs } from '../time/duration.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'

/** The last stretch in which the limit is shown in another colour, in milliseconds. */
const shortMs = 60_000

/** How long after-contact work may still take before it ends by itself. */
export function WrapUpLimit({ since, limit }: { since: string; limit: string }) {
  const { t } = useWords()
  const dueAt = new Date(Date.parse(since) + (durationMs(limit) ?? 0)).toISOString()
  const { share, figure, leftMs } = countdown(since, dueAt, useNow())
  return (
    <span
      role="timer"
      data-testid="wrap-up-limit"
      className={`inline-flex items-center gap-1.5 text-12 ${leftMs < shortMs ? 'text-risk' : 'text-ink-soft'}`}
    >
      <CountdownRing share={share} size={16} />
      <span className="figure">{leftMs > 0 ? t('wrapUp.left', { time: figure }) : t('wrapUp.over')}</span>
    </span>
  )
}
