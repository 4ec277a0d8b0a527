/** What ordering and resuming need of a message. */
export interface Sequenced {
  sequence: number
  cursor: string
}

/**
 * Joins what is known with what arrived: by sequence, each message once. History, answers to a send and live
 * events overlap after every reconnection; the sequence decides, not the order of arrival.
 */
export function mergeMessages<M extends Sequenced>(known: readonly M[], arrived: readonly M[]): readonly M[] {
  const bySequence = new Map(known.map((message) => [message.sequence, message]))
  let changed = false
  for (const message of arrived) {
    if (bySequence.has(message.sequence)) continue
    bySequence.set(message.sequence, message)
    changed = true
  }
  return changed ? [...bySequence.values()].sort((a, b) => a.sequence - b.sequence) : known
}

/**
 * The cursor to resume after: the last message that no gap precedes. An own message answered with sequence 7
 * while 6 is still on its way must not make the live topic skip 6.
 * @returns undefined when nothing is known
 */
export function resumeCursor(messages: readonly Sequenced[]): string | undefined {
  let last = messages[0]
  for (const message of messages) {
    if (last && message.sequence > last.sequence + 1) break
    last = message
  }
  return last?.cursor
}
