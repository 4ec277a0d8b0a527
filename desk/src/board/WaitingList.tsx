import type { WaitingFragment } from '../generated/operations.ts'
import { ChannelSign } from '../signs/channel-sign.tsx'
import { SlaSign } from '../signs/sla-sign.tsx'
import { leadingClock } from '../signs/sla-state.ts'
import { clockFigure } from '../time/countdown.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'

/** The contacts that wait in a queue, the one due first at the head. */
export function WaitingList({ waiting, more }: { waiting: readonly WaitingFragment[]; more: number }) {
  const { t, number } = useWords()
  const now = useNow()
  return (
    <ol className="flex flex-col">
      {waiting.map((contact) => {
        const clock = leadingClock(contact.sla)
        return (
          <li key={contact.id} className="flex h-7 items-center gap-3">
            <span className="text-ink-soft">
              <ChannelSign channel={contact.channel} />
            </span>
            <span className="min-w-0 flex-1 truncate">
              {contact.session?.displayName ?? t('contact.unknown')}
            </span>
            <span className="figure text-ink-soft">
              {t('board.waitsFor', { time: clockFigure(Math.max(0, now - Date.parse(contact.queuedAt))) })}
            </span>
            <span className="w-36 text-right">{clock && <SlaSign clock={clock} />}</span>
          </li>
        )
      })}
      {more > 0 && (
        <li className="text-12 text-ink-soft">{t('board.moreWaiting', { count: number(more) })}</li>
      )}
    </ol>
  )
}
