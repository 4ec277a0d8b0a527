import { Phone } from 'lucide-react'
import type { ThreadMessageFragment, ThreadSessionFragment } from '../generated/operations.ts'
import { clockFigure } from '../time/countdown.ts'
import { useNow } from '../time/use-now.ts'
import { useWords } from '../words/use-words.ts'

interface CallSegmentProperties {
  session: ThreadSessionFragment
  entries: readonly ThreadMessageFragment[]
}

/** A call in the thread: how long it went on, and its entries. */
export function CallSegment({ session, entries }: CallSegmentProperties) {
  const { t, time, exactTime } = useWords()
  const now = useNow()
  const talk = session.segments.find((segment) => segment.kind === 'INTERACT')
  const talkMs = talk && (talk.endedAt ? Date.parse(talk.endedAt) : now) - Date.parse(talk.startedAt)
  return (
    <div className="my-1 flex gap-3 rounded-md border border-line bg-ground p-3">
      <Phone size={16} aria-hidden className="mt-0.5 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 font-medium">
          {t(session.status === 'OPEN' ? 'call.open' : 'call.ended')}
          {talkMs !== undefined && (
            <span className="figure text-ink-soft">{clockFigure(Math.max(0, talkMs))}</span>
          )}
        </p>
        <ul className="mt-1 text-12 text-ink-soft">
          {entries.map((entry) => (
            <li key={entry.id} className="flex gap-2" title={exactTime(entry.sentAt)}>
              <time dateTime={entry.sentAt}>{time(entry.sentAt)}</time>
              <span>{entry.text}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
