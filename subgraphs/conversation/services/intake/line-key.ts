import type { CallEvent, EditEvent, MessageEvent, ReceiptEvent } from '../../adapters/contract-events.ts'

/**
 * What has to stay in order: everything of one person on one account. A receipt concerns one message of ours and may
 * come before we know its id, so it waits on its own and holds up nobody's words.
 * @param account `channel:account`
 */
export function lineKey(account: string, event: MessageEvent | EditEvent | CallEvent | ReceiptEvent): string {
  const line = event.type === 'receipt' ? `receipt:${event.sourceId}` : `person:${event.person.sourceId}`
  return `${account}:${line}`
}

/** The part of a payload that nobody could read. */
export function unreadableKey(account: string): string {
  return `${account}:unreadable`
}
