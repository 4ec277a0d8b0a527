import type { LivePlace } from './topic-result.ts'

/**
 * What a result is to somebody who has seen everything up to a place:
 * `new` the next one; `known` seen before; `gap` something before it is missing; `older` a snapshot from before the
 * state seen last.
 */
export type Arrival = 'new' | 'known' | 'gap' | 'older'

/** How far a follower has come in a topic. */
export interface ResumePosition {
  /** What to resume behind; undefined before anything is known. */
  readonly cursor: string | undefined
  /** Greatest sequence seen. */
  readonly sequence: number | undefined
  /** A subscription begins (again): of a state topic, a snapshot comes first. */
  begin(): void
  /** Judges a result, and moves behind it when it is new. */
  take(place: LivePlace | undefined): Arrival
  /** Moves back to a state that was `older`: the clock behind the versions did. */
  accept(place: LivePlace): void
  /**
   * Learns how far the server has sent. Before the first event that is where to resume.
   * @returns whether the server has sent more than arrived
   */
  head(place: LivePlace): boolean
}

/** @param cursor behind which the follower begins; undefined for the topic's present end */
export function resumePosition(cursor?: string): ResumePosition {
  let sequence: number | undefined
  let version = -Infinity
  let first = true
  return {
    get cursor() {
      return cursor
    },
    get sequence() {
      return sequence
    },
    begin() {
      first = true
    },
    take(place) {
      const snapshot = first
      first = false
      if (place?.version !== undefined) {
        // A version is the time at which a server read the state. Another server's clock may be behind: what only it
        // says is not thrown away at once, or this follower could stay with an old state for as long as it is quiet.
        if (place.version <= version) return snapshot && place.version < version ? 'older' : 'known'
        version = place.version
      }
      if (place?.sequence !== undefined) {
        if (sequence !== undefined && place.sequence <= sequence) return 'known'
        if (sequence !== undefined && place.sequence > sequence + 1) return 'gap'
        sequence = place.sequence
      }
      cursor = place?.cursor ?? cursor
      return 'new'
    },
    accept(place) {
      version = place.version ?? version
    },
    head(place) {
      cursor ??= place.cursor
      // Our own place: now its number is known too. Somebody else's place before any event of ours tells nothing.
      if (cursor === place.cursor) sequence ??= place.sequence
      return place.sequence !== undefined && sequence !== undefined
        ? place.sequence > sequence
        : place.sequence === undefined && place.cursor !== cursor
    },
  }
}
