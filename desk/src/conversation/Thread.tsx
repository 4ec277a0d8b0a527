import { useLayoutEffect, useMemo, useRef } from 'react'
import type { ThreadRow } from './group-messages.ts'
import { ChannelSign, useChannelName } from '../signs/channel-sign.tsx'
import { useWords } from '../words/use-words.ts'
import { CallSegment } from './CallSegment.tsx'
import { groupMessages } from './group-messages.ts'
import { MessageGroup } from './MessageGroup.tsx'
import { OutgoingMessage } from './OutgoingMessage.tsx'
import { ThreadRead } from './ThreadRead.tsx'
import type { ThreadState } from './thread-state.ts'
import type { ThreadStore } from './thread-store.ts'

interface ThreadProperties {
  thread: ThreadStore
  state: ThreadState
  customerName: string
}

/** One thread over all channels. It stays at its end while the agent is there, and nowhere else jumps. */
export function Thread({ thread, state, customerName }: ThreadProperties) {
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const sessions = state.conversation?.sessions
  const rows = useMemo(() => groupMessages(state.messages, sessions ?? []), [state.messages, sessions])

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const settle = () => {
      if (atEnd.current) box.scrollTop = box.scrollHeight
    }
    settle()
    const watcher = new ResizeObserver(settle)
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [rows, state.outbox])

  return (
    <div
      ref={scroller}
      data-testid="thread"
      role="log"
      aria-label={t('conversation.thread')}
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 py-3"
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 48
      }}
    >
      <div className="mx-auto mt-auto flex w-full max-w-3xl flex-col gap-1">
        {state.olderBefore && (
          <button
            type="button"
            className="control control-quiet self-center"
            onClick={() => void thread.loadOlder()}
          >
            {t('conversation.older')}
          </button>
        )}
        {rows.map((row) => (
          <Row key={row.key} row={row} customerName={customerName} />
        ))}
        {state.outbox.map((outgoing) => (
          <OutgoingMessage key={outgoing.clientMessageId} outgoing={outgoing} thread={thread} />
        ))}
      </div>
      <ThreadRead thread={thread} last={state.messages.at(-1)?.sequence} />
    </div>
  )
}

function Row({ row, customerName }: { row: ThreadRow; customerName: string }) {
  const { day } = useWords()
  if (row.kind === 'group') return <MessageGroup messages={row.messages} customerName={customerName} />
  if (row.kind === 'call') return <CallSegment session={row.session} entries={row.entries} />
  if (row.kind === 'note') return <Note text={row.message.text} at={row.message.sentAt} />
  if (row.kind === 'channel') return <ChannelLine channel={row.channel} />
  return (
    <p className="my-2 text-center text-12 text-ink-soft">
      <time dateTime={row.at}>{day(row.at)}</time>
    </p>
  )
}

function ChannelLine({ channel }: { channel: string }) {
  const { t } = useWords()
  const nameOf = useChannelName()
  return (
    <div className="my-2 flex items-center gap-3 text-12 text-ink-soft">
      <span className="h-px flex-1 bg-line" />
      <span className="flex items-center gap-1.5">
        <ChannelSign channel={channel} />
        {t('conversation.channel', { channel: nameOf(channel) })}
      </span>
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}

function Note({ text, at }: { text: string; at: string }) {
  const { exactTime } = useWords()
  return (
    <p className="my-1 text-center text-12 text-ink-soft" title={exactTime(at)}>
      {text}
    </p>
  )
}
