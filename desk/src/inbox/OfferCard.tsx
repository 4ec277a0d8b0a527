import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMutation } from 'urql'
import { useShortcut } from '../app/use-shortcut.ts'
import {
  AcceptReservationDocument,
  RejectReservationDocument,
  type ReservationPartsFragment,
} from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { ChannelSign } from '../signs/channel-sign.tsx'
import { CountdownRing } from '../signs/countdown-ring.tsx'
import { SlaSign } from '../signs/sla-sign.tsx'
import { leadingClock } from '../signs/sla-state.ts'
import { countdown } from '../time/countdown.ts'
import { useNow } from '../time/use-now.ts'
import { problemWord } from '../words/problem-word.ts'
import { useWords } from '../words/use-words.ts'
import { contactName } from './contact-name.ts'
import { OfferReason } from './OfferReason.tsx'

interface OfferCardProperties {
  offer: ReservationPartsFragment
  /** How many further offers wait behind this one. */
  more: number
}

/** An offered contact, over the list: who, where from, what about, and how long it stays. */
export function OfferCard({ offer, more }: OfferCardProperties) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [accepting, accept] = useMutation(AcceptReservationDocument)
  const [rejecting, reject] = useMutation(RejectReservationDocument)
  const [refusal, setRefusal] = useState<string>()
  const { workItem: contact } = offer
  const name = contactName(contact) ?? t('contact.unknown')
  const busy = accepting.fetching || rejecting.fetching

  const take = async () => {
    const { error } = await accept({ id: offer.id })
    const problem = problemOf(error)
    if (problem) setRefusal(problem.code)
    else
      void navigate({
        to: '/inbox/$conversationId',
        params: { conversationId: contact.conversationId },
        hash: 'reply',
      })
  }
  const turnDown = async () => {
    const { error } = await reject({ id: offer.id })
    setRefusal(problemOf(error)?.code)
  }
  useShortcut('Enter', busy ? undefined : () => void take())
  useShortcut('a', busy ? undefined : () => void take())
  useEffect(() => {
    document.title = `${t('offer.title', { name })} · Throughline`
    return () => {
      document.title = 'Throughline'
    }
  }, [name, t])

  const clock = leadingClock(contact.sla)
  const words = contact.conversation?.lastMessage?.text
  return (
    <section
      aria-label={t('offer.label', { name })}
      data-testid="offer"
      className="m-2 flex flex-col gap-2 rounded-md border border-accent bg-raised p-3 shadow-card"
    >
      <p role="status" className="sr-only">
        {t('offer.title', { name })}
      </p>
      <div className="flex items-center justify-between gap-2 text-12 text-ink-soft">
        <ChannelSign channel={contact.channel} named />
        <span className="truncate">{contact.queue.name}</span>
      </div>
      <div className="flex items-baseline gap-2">
        <p className="truncate text-16 font-semibold">{name}</p>
        {contact.conversation?.customer?.tier === 'VIP' && <Tier />}
      </div>
      {words && <p className="line-clamp-3 text-ink-soft">“{words}”</p>}
      <OfferReason offer={offer} />
      <div className="flex items-center justify-between gap-2 text-12">
        <Deadline offer={offer} />
        {clock && <SlaSign clock={clock} />}
      </div>
      {refusal && (
        <p role="alert" className="text-12 text-bad">
          {t(problemWord(refusal))}
        </p>
      )}
      <div className="flex gap-2">
        <button
          type="button"
          className="control control-main flex-1"
          disabled={busy}
          onClick={() => void take()}
        >
          {t('offer.accept')}
          <kbd className="font-sans text-12 opacity-80">Enter</kbd>
        </button>
        <button type="button" className="control" disabled={busy} onClick={() => void turnDown()}>
          {t('offer.reject')}
        </button>
      </div>
      {more > 0 && <p className="text-12 text-ink-soft">{t('offer.more', { count: more })}</p>}
    </section>
  )
}

function Deadline({ offer }: { offer: ReservationPartsFragment }) {
  const { t } = useWords()
  const { share, figure, leftMs } = countdown(offer.createdAt, offer.expiresAt, useNow())
  return (
    <span
      role="timer"
      className={`inline-flex items-center gap-1.5 ${leftMs < 8_000 ? 'text-risk' : 'text-ink'}`}
    >
      <CountdownRing share={share} size={20} />
      <span className="figure font-semibold">{figure}</span>
      <span>{t('offer.left')}</span>
    </span>
  )
}

function Tier() {
  const { t } = useWords()
  return <span className="rounded-md bg-accent-soft px-1.5 text-12 text-accent">{t('tier.VIP')}</span>
}
