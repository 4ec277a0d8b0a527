import { Check, CircleAlert, Minus, Pause } from 'lucide-react'
import type { SlaClockFragment } from '../generated/operations.ts'
import { countdown } from '../time/countdown.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'
import { CountdownRing } from './countdown-ring.tsx'
import { type SlaWord, slaWord } from './sla-state.ts'

const colours: Record<SlaWord, string> = {
  'on-time': 'text-ink-soft',
  'at-risk': 'text-risk',
  missed: 'text-bad',
  met: 'text-good',
  canceled: 'text-ink-faint',
  paused: 'text-ink-soft',
}

/** A response target: ring, figure and word, so that colour alone says nothing. */
export function SlaSign({ clock }: { clock: SlaClockFragment }) {
  const { t, exactTime } = useWords()
  const now = useNow()
  const word = slaWord(clock, now)
  // A clock that stands still keeps what was left.
  const at = word === 'paused' && clock.pausedAt ? Date.parse(clock.pausedAt) : now
  const { share, figure } = countdown(clock.startedAt, clock.dueAt, at)
  const running = clock.status === 'ACTIVE' || clock.status === 'WARNED' || clock.status === 'MISSED'
  return (
    <span
      className={`inline-flex items-center gap-1.5 align-middle whitespace-nowrap ${colours[word]}`}
      title={t('sla.due', { at: exactTime(clock.dueAt) })}
      data-testid="sla"
    >
      {word === 'met' ? (
        <Check size={14} aria-hidden />
      ) : word === 'canceled' ? (
        <Minus size={14} aria-hidden />
      ) : word === 'paused' ? (
        <Pause size={14} aria-hidden />
      ) : word === 'missed' ? (
        <CircleAlert size={15} aria-hidden />
      ) : (
        <CountdownRing share={share} size={16} />
      )}
      {running && <span className="figure font-medium">{figure}</span>}
      <span>{t(`sla.${word}`)}</span>
    </span>
  )
}
