import type { LiveMessage } from '../../live/live-message.ts'
import { textFrame } from './text-frame.ts'

/** Clients number their operations alike; one that makes up an id for each gets frames of its own. */
const labelsKept = 8

const made = new WeakMap<LiveMessage, Map<string, Buffer>>()

/**
 * The frame of a `next` message: the same bytes for all clients that call their operation by the same id.
 * @param label the operation's id as JSON text
 */
export function nextFrame(message: LiveMessage, label: string): Buffer {
  let frames = made.get(message)
  if (!frames) made.set(message, (frames = new Map()))
  let frame = frames.get(label)
  if (!frame) {
    frame = textFrame(`{"id":${label},"type":"next","payload":${message.text}}`)
    if (frames.size < labelsKept) frames.set(label, frame)
  }
  return frame
}
