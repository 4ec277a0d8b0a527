import type { PresenceStatus } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'

const colours: Record<PresenceStatus, string> = {
  AVAILABLE: 'text-good',
  BUSY: 'text-bad',
  AWAY: 'text-risk',
  OFFLINE: 'text-ink-faint',
}

/** Presence by shape and word: a full disc, a barred disc, a half disc, an empty ring. */
export function PresenceSign({ presence }: { presence: PresenceStatus }) {
  const { t } = useWords()
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className={colours[presence]}>
        <circle
          cx="6"
          cy="6"
          r="4.6"
          fill={presence === 'AVAILABLE' || presence === 'BUSY' ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.6"
        />
        {presence === 'BUSY' && <path d="M3.6 6h4.8" stroke="var(--surface)" strokeWidth="1.8" />}
        {presence === 'AWAY' && <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />}
      </svg>
      <span>{t(`presence.${presence}`)}</span>
    </span>
  )
}
