import type { ClientSession } from 'mongoose'
import type { Viewer } from '../identity/viewer.ts'
import type { LiveEvent } from './live-event.ts'

export interface StateOptions {
  /** Shortest time between two reads, which bounds the cost of a topic that changes all the time; 100 when left out. */
  minIntervalMs?: number
}

export interface EventsOptions<T> {
  /** The cursor of the last event seen. Without it the topic begins behind its present head. */
  after?: string | null
  /** Whose rights the cursors are bound to. */
  viewer: Viewer
  /** The greatest sequence in the store, 0 when there is none. */
  head(): Promise<number>
  /** The events behind a sequence, in order and without gaps, at most `limit`. */
  read(after: number, limit: number): Promise<Array<{ sequence: number; value: T }>>
}

/**
 * Topics that subscriptions follow. Signals travel over Valkey pub/sub and only wake the readers: what is sent is
 * read from the store, so a lost signal delays (until the next heartbeat) and loses nothing.
 */
export interface LiveTopics {
  /** A state topic has a newer state. With a session it is told after the commit. */
  changed(topic: string, session?: ClientSession): void
  /** An event topic has grown to this sequence. With a session it is told after the commit. */
  advanced(topic: string, sequence: number, session?: ClientSession): void
  /**
   * A snapshot first, then newer states; behind a slow reader they conflate, the newest wins. `read` has to return
   * all that the field shows: the heartbeat compares it to find a change whose signal was lost.
   */
  state<T>(topic: string, read: () => Promise<T>, options?: StateOptions): AsyncIterableIterator<LiveEvent<T>>
  /**
   * Every event behind the cursor, once and in order, and then those to come.
   * @throws LIVE_CURSOR_INVALID a cursor of another topic; LIVE_CURSOR_EXPIRED events behind it are gone
   */
  events<T>(topic: string, options: EventsOptions<T>): AsyncIterableIterator<LiveEvent<T>>
  /** The cursor of a place in an event topic, for a list that clients follow on from. */
  cursor(topic: string, sequence: number, viewer: Viewer): string
  /**
   * The sequence that a cursor stands for.
   * @throws LIVE_CURSOR_INVALID when it is not one of this topic and these rights
   */
  sequenceOf(topic: string, cursor: string, viewer: Viewer): number
}
