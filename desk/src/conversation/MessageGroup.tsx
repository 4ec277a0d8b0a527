import { MapPin, Paperclip } from 'lucide-react'
import type { ThreadMessageFragment } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'
import { DeliverySign } from './DeliverySign.tsx'

interface MessageGroupProperties {
  messages: [ThreadMessageFragment, ...ThreadMessageFragment[]]
  /** What the customer is called where the channel gives no name. */
  customerName: string
}

/** What one speaker said in a row: the name and the first time once. */
export function MessageGroup({ messages, customerName }: MessageGroupProperties) {
  const { t, time, exactTime } = useWords()
  const [first] = messages
  const ours = first.author.purpose !== 'CUSTOMER'
  const name = first.author.displayName ?? (ours ? t('speaker.us') : customerName)
  return (
    <div
      className={`mt-3 flex flex-col gap-1 ${ours ? 'items-end' : 'items-start'}`}
      data-testid="message-group"
    >
      <p className="flex gap-2 text-12 text-ink-soft">
        <span className="font-medium text-ink">{name}</span>
        <time dateTime={first.sentAt} title={exactTime(first.sentAt)}>
          {time(first.sentAt)}
        </time>
      </p>
      {messages.map((message, index) => (
        <div
          key={message.id}
          title={exactTime(message.sentAt)}
          data-testid="message"
          className={`flex max-w-[min(80%,560px)] flex-col gap-1 rounded-md px-3 py-2 ${ours ? 'bg-accent-soft' : 'bg-sunken'}`}
        >
          <MessageBody message={message} />
          {message.delivery && (index === messages.length - 1 || message.delivery.status === 'FAILED') && (
            <DeliverySign delivery={message.delivery} />
          )}
        </div>
      ))}
    </div>
  )
}

function MessageBody({ message }: { message: ThreadMessageFragment }) {
  const { t } = useWords()
  const { location } = message
  return (
    <>
      {message.text && <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{message.text}</p>}
      {message.attachments.map((attachment, index) => (
        <p key={attachment.name ?? index} className="flex items-center gap-1.5 text-ink-soft">
          <Paperclip size={14} aria-hidden />
          {attachment.name ?? attachment.contentType ?? t('message.file')}
        </p>
      ))}
      {location && (
        <p className="flex items-center gap-1.5">
          <MapPin size={14} aria-hidden />
          {location.name ?? `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`}
        </p>
      )}
      {!message.text && message.attachments.length === 0 && !location && (
        <p className="text-ink-soft">{t('message.unsupported')}</p>
      )}
    </>
  )
}
