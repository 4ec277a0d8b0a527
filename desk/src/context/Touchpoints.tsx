import type { CustomerContextQuery } from '../generated/operations.ts'
import { ChannelSign, useChannelName } from '../signs/channel-sign.tsx'
import { useWords } from '../words/use-words.ts'

type Customer = NonNullable<NonNullable<CustomerContextQuery['conversation']>['customer']>

/** The customer's previous contacts, newest first. */
export function Touchpoints({ touchpoints }: { touchpoints: Customer['recentTouchpoints'] }) {
  const { t, day, exactTime } = useWords()
  const nameOf = useChannelName()
  return (
    <section aria-label={t('touchpoints.title')} className="border-b border-line p-4">
      <h3 className="pane-title mb-2">{t('touchpoints.title')}</h3>
      {touchpoints.length === 0 && <p className="text-ink-soft">{t('touchpoints.none')}</p>}
      <ol className="flex flex-col gap-2">
        {touchpoints.map((touchpoint) => (
          <li key={touchpoint.id} className="flex gap-2">
            <span className="mt-0.5 text-ink-soft">
              <ChannelSign channel={touchpoint.channel} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2">{touchpoint.preview ?? nameOf(touchpoint.channel)}</span>
              <time
                className="text-12 text-ink-soft"
                dateTime={touchpoint.startedAt}
                title={exactTime(touchpoint.startedAt)}
              >
                {touchpoint.endedAt ? day(touchpoint.startedAt) : t('touchpoints.now')}
              </time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
