import { createHash } from 'node:crypto'
import { liveCursorInvalid } from './live-cursor-invalid.ts'

/** The cursor of an event's place in a topic, for `after:`. Opaque; of no use in another topic. */
export function liveCursor(topic: string, sequence: number): string {
  return Buffer.from(`${topicMark(topic)}.${sequence}`).toString('base64url')
}

/**
 * The sequence that a cursor stands for.
 * @throws LIVE_CURSOR_INVALID when it was not made for this topic
 */
export function sequenceOf(topic: string, cursor: string): number {
  const [mark, digits] = Buffer.from(cursor, 'base64url').toString().split('.')
  const sequence = Number(digits)
  if (mark !== topicMark(topic) || !digits || !Number.isSafeInteger(sequence) || sequence < 0) {
    throw liveCursorInvalid({ topic })
  }
  return sequence
}

function topicMark(topic: string): string {
  return createHash('sha256').update(topic).digest('base64url').slice(0, 11)
}
