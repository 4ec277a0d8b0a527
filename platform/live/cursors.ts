import { createHmac, hkdfSync } from 'node:crypto'
import { safeEqual } from '../identity/constant-time.ts'
import type { Viewer } from '../identity/viewer.ts'
import { liveCursorInvalid } from './live-cursor-invalid.ts'
import { liveRights } from './live-rights.ts'

/** Makes and reads the cursors of event topics. */
export interface LiveCursors {
  /** The cursor of an event's place in a topic, for `after:`. Opaque; of no use in another topic or to other rights. */
  at(topic: string, sequence: number, viewer: Viewer): string
  /**
   * The sequence that a cursor stands for.
   * @throws LIVE_CURSOR_INVALID when it was not made here, for this topic, for these rights
   */
  sequenceOf(topic: string, cursor: string, viewer: Viewer): number
}

const markBytes = 16

/**
 * Cursors are signed (HMAC-SHA-256, cut to 128 bits) over topic, rights and sequence: nobody can make one up to look for
 * places, and one that was handed on opens nothing.
 * @param secretsKey `SECRETS_KEY`, of which a key of their own is derived
 */
export function createLiveCursors(secretsKey: string): LiveCursors {
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(secretsKey, 'base64'), '', 'throughline live cursor v1', 32),
  )

  function at(topic: string, sequence: number, viewer: Viewer): string {
    // JSON keeps the parts apart whatever they hold.
    const place = JSON.stringify([topic, liveRights(viewer), sequence])
    const mark = createHmac('sha256', key).update(place).digest().subarray(0, markBytes)
    return `${sequence.toString(36)}.${mark.toString('base64url')}`
  }

  return {
    at,
    sequenceOf(topic, cursor, viewer) {
      const sequence = Number.parseInt(/^([0-9a-z]{1,11})\./.exec(cursor)?.[1] ?? '', 36)
      if (!Number.isSafeInteger(sequence) || !safeEqual(at(topic, sequence, viewer), cursor)) {
        throw liveCursorInvalid({ topic })
      }
      return sequence
    },
  }
}
