import type { ChatStorage } from './storage.ts'

/** A message that the server has not confirmed yet. */
export interface Outgoing {
  clientMessageId: string
  text: string
  writtenAt: string
  status: 'sending' | 'failed'
  /** It did not reach the server, as far as we know: it is sent again when the line is back. */
  unreached?: boolean
}

const key = 'outbox'

const isOutgoing = (value: unknown): value is Outgoing =>
  typeof value === 'object' && value !== null && 'clientMessageId' in value && 'text' in value

/**
 * What a former page left unconfirmed, as failed: the visitor sees it and may send it again. The same
 * clientMessageId makes the same message, so a repetition of one that did arrive does no harm.
 */
export function restoreOutbox(storage: ChatStorage): Outgoing[] {
  try {
    const kept: unknown = JSON.parse(storage.get(key) ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept.filter(isOutgoing).map((entry) => ({ ...entry, status: 'failed', unreached: false }))
  } catch {
    // Somebody else wrote here; nothing of ours can be read.
    return []
  }
}

/** Keeps the outbox over page loads. */
export function keepOutbox(storage: ChatStorage, outbox: readonly Outgoing[]): void {
  storage.set(key, outbox.length > 0 ? JSON.stringify(outbox) : undefined)
}

/** The outbox after a try that failed. */
export const withFailed = (
  outbox: readonly Outgoing[],
  { clientMessageId }: Outgoing,
  unreached: boolean,
): readonly Outgoing[] =>
  outbox.map((entry) =>
    entry.clientMessageId === clientMessageId ? { ...entry, status: 'failed', unreached } : entry,
  )

/** The outbox without what the server confirmed. */
export function withoutConfirmed(
  outbox: readonly Outgoing[],
  messages: readonly { clientMessageId: string | null }[],
): readonly Outgoing[] {
  const confirmed = new Set(messages.map((message) => message.clientMessageId))
  const open = outbox.filter((entry) => !confirmed.has(entry.clientMessageId))
  return open.length === outbox.length ? outbox : open
}
