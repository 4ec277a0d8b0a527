import { Link } from '@tanstack/react-router'
import { PhoneOutgoing } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCallbackWords } from '../callback/use-callback-words.ts'
import type { WaitingFragment } from '../generated/operations.ts'
import { ChannelSign } from '../signs/channel-sign.tsx'
import { PrioritySign } from '../signs/priority-sign.tsx'
import { SlaSign } from '../signs/sla-sign.tsx'
import { leadingClock } from '../signs/sla-state.ts'
import { clockFigure } from '../time/countdown.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'

interface WaitingRowProperties {
  contact: WaitingFragment
  /** Place in the line, from 1. */
  place: number
  heightPx: number
  selected: boolean
  onSelect: () => void
  /** What can be done with it. */
  children?: ReactNode
}

/** A contact that waits: where it came from, who, for how long, and what is due. */
export function WaitingRow({ contact, place, heightPx, selected, onSelect, children }: WaitingRowProperties) {
  const { t } = useWords()
  const now = useNow()
  const clock = leadingClock(contact.sla)
  const callbackWords = useCallbackWords()
  const callback = contact.callback?.takenAt === null ? contact.callback : undefined
  return (
    <li
      aria-posinset={place}
      aria-setsize={-1}
      data-testid="waiting-contact"
      data-work-item={contact.id}
      aria-current={selected || undefined}
      style={{ height: heightPx }}
      className="flex items-center gap-2 border-b border-line px-3 hover:bg-hover aria-[current]:bg-accent-soft"
      onPointerDown={onSelect}
      onFocus={onSelect}
    >
      <span className="flex text-ink-soft">
        <ChannelSign channel={contact.channel} />
      </span>
      <Link
        to="/conversations/$conversationId"
        params={{ conversationId: contact.conversationId }}
        className="min-w-0 flex-1 truncate hover:underline"
      >
        {contact.session?.displayName ?? t('contact.unknown')}
      </Link>
      <PrioritySign priority={contact.priority} />
      <span className="figure text-12 text-ink-soft">
        <span className="sr-only">{t('board.waits')} </span>
        {clockFigure(Math.max(0, now - Date.parse(contact.queuedAt)))}
      </span>
      <span className="flex w-32 min-w-0 justify-end">
        {contact.status === 'RESERVED' ? (
          <span className="truncate text-12 text-accent">
            {contact.reservation
              ? t('board.offeredTo', { agent: contact.reservation.agent.name })
              : t('board.offered')}
          </span>
        ) : callback ? (
          <span
            className="flex min-w-0 items-center gap-1 text-12 text-accent"
            title={t('callback.asked', { when: callbackWords(callback) })}
          >
            <PhoneOutgoing size={12} aria-hidden className="shrink-0" />
            <span className="sr-only">{t('steer.callBack')}</span>
            <span className="truncate">{callbackWords(callback)}</span>
          </span>
        ) : (
          clock && <SlaSign clock={clock} />
        )}
      </span>
      {children}
    </li>
  )
}
