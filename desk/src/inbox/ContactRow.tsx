import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { unreadOf } from '../conversation/thread-state.ts'
import { useShelf } from '../conversation/use-thread.ts'
import type { ReservationPartsFragment } from '../generated/operations.ts'
import { ChannelSign } from '../signs/channel-sign.tsx'
import { SlaSign } from '../signs/sla-sign.tsx'
import { leadingClock } from '../signs/sla-state.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'
import { contactName } from './contact-name.ts'

/** One contact in hand: who, where, the latest words, and what is due. */
export function ContactRow({ reservation }: { reservation: ReservationPartsFragment }) {
  const { t, ago } = useWords()
  const now = useNow()
  const contact = reservation.workItem
  const thread = useShelf().get(contact.conversationId)
  const state = useSyncExternalStore(thread.subscribe, thread.snapshot)
  const last = state.messages.at(-1) ?? contact.conversation?.lastMessage
  const unread = unreadOf(state)
  const clock = leadingClock(contact.sla)
  const writing = reservation.status === 'WRAPPING'

  return (
    <li>
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId: contact.conversationId }}
        data-testid="contact"
        className="flex flex-col gap-0.5 border-l-2 border-transparent px-3 py-2 hover:bg-hover aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft"
      >
        <span className="flex items-center gap-2">
          <span className={`min-w-0 flex-1 truncate ${unread > 0 ? 'font-semibold' : 'font-medium'}`}>
            {contactName(contact) ?? t('contact.unknown')}
          </span>
          {unread > 0 && (
            <span className="figure rounded-full bg-accent px-1.5 text-12 font-semibold text-on-accent">
              {unread}
              <span className="sr-only"> {t('contact.unread')}</span>
            </span>
          )}
          <time className="text-12 text-ink-soft" dateTime={last?.sentAt ?? contact.queuedAt}>
            {ago(last?.sentAt ?? contact.queuedAt, now)}
          </time>
        </span>
        <span className="flex items-center gap-1.5 text-ink-soft">
          <ChannelSign channel={contact.channel} />
          <span className="min-w-0 flex-1 truncate">{last?.text || contact.queue.name}</span>
        </span>
        <span className="flex items-center justify-between gap-2 text-12">
          {writing ? (
            <span className="text-accent">{t('contact.wrapping')}</span>
          ) : (
            clock && <SlaSign clock={clock} />
          )}
        </span>
      </Link>
    </li>
  )
}
