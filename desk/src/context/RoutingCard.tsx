import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { ContactCardFragment } from '../generated/operations.ts'
import { SlaSign } from '../signs/sla-sign.tsx'
import { WhyPanel } from '../why/WhyPanel.tsx'
import { useWords } from '../words/use-words.ts'

/** Where the contact came from, what is due for it, and why it went to its agent. */
export function RoutingCard({ contact }: { contact: ContactCardFragment }) {
  const { t, time, exactTime } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <section aria-label={t('sla.title')} className="flex flex-col gap-1 border-b border-line p-4">
      <h3 className="pane-title mb-1">{t('sla.title')}</h3>
      <p className="flex justify-between gap-2">
        <span className="text-ink-soft">{contact.queue.name}</span>
        <time dateTime={contact.queuedAt} title={exactTime(contact.queuedAt)}>
          {t('sla.since', { time: time(contact.queuedAt) })}
        </time>
      </p>
      {contact.sla.map((clock) => (
        <p key={clock.id} className="flex justify-between gap-2">
          <span className="text-ink-soft">{t(`metric.${clock.metric}`)}</span>
          <SlaSign clock={clock} />
        </p>
      ))}
      <button
        type="button"
        aria-expanded={open}
        className="mt-1 inline-flex items-center gap-1 self-start text-12 font-medium text-accent hover:underline"
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={13} aria-hidden className={open ? 'rotate-90' : ''} />
        {t('why.title')}
      </button>
      {open && <WhyPanel workItemId={contact.id} />}
    </section>
  )
}
