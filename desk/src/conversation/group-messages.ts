import type { ThreadMessageFragment, ThreadSessionFragment } from '../generated/operations.ts'

/** Silence after which the same speaker's next message begins a new group, in milliseconds. */
export const groupGapMs = 5 * 60_000

/** One row of the thread. */
export type ThreadRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'channel'; key: string; channel: string; at: string }
  | { kind: 'call'; key: string; session: ThreadSessionFragment; entries: ThreadMessageFragment[] }
  | { kind: 'note'; key: string; message: ThreadMessageFragment }
  | { kind: 'group'; key: string; messages: [ThreadMessageFragment, ...ThreadMessageFragment[]] }

const dayOf = (instant: string): string => new Date(instant).toDateString()
const isNote = (message: ThreadMessageFragment): boolean => message.kind === 'SYSTEM'

/**
 * Lays messages out as people read them: by day, with a line where the channel changes, a call as one segment,
 * the system's notes apart, and what one speaker said in a row together.
 * @param messages in order of sequence
 */
export function groupMessages(
  messages: readonly ThreadMessageFragment[],
  sessions: readonly ThreadSessionFragment[],
): ThreadRow[] {
  const sessionById = new Map(sessions.map((session) => [session.id, session]))
  const rows: ThreadRow[] = []
  let before: ThreadMessageFragment | undefined
  for (const message of messages) {
    if (!before || dayOf(before.sentAt) !== dayOf(message.sentAt)) {
      rows.push({ kind: 'day', key: `day-${message.id}`, at: message.sentAt })
    }
    if (before && before.channel !== message.channel) {
      rows.push({
        kind: 'channel',
        key: `channel-${message.id}`,
        channel: message.channel,
        at: message.sentAt,
      })
    }
    place(rows, message, before, sessionById.get(message.sessionId))
    before = message
  }
  return rows
}

function place(
  rows: ThreadRow[],
  message: ThreadMessageFragment,
  before: ThreadMessageFragment | undefined,
  session: ThreadSessionFragment | undefined,
): void {
  const last = rows.at(-1)
  if (message.kind === 'CALL' && session) {
    if (last?.kind === 'call' && last.session.id === session.id) last.entries.push(message)
    else rows.push({ kind: 'call', key: message.id, session, entries: [message] })
  } else if (isNote(message) || message.kind === 'CALL') {
    rows.push({ kind: 'note', key: message.id, message })
  } else if (last?.kind === 'group' && before && continues(before, message)) {
    last.messages.push(message)
  } else {
    rows.push({ kind: 'group', key: message.id, messages: [message] })
  }
}

const continues = (before: ThreadMessageFragment, message: ThreadMessageFragment): boolean =>
  before.author.id === message.author.id &&
  before.author.purpose === message.author.purpose &&
  Date.parse(message.sentAt) - Date.parse(before.sentAt) <= groupGapMs
