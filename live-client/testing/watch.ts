import type { LiveError } from '../src/live-error.ts'
import type { Live, LiveOptions } from '../src/open-live-over.ts'
import type { LiveTimings } from '../src/timings.ts'
import type { Following, TopicRequest } from '../src/topic-request.ts'
import { board, type BoardData, entries, type EntryData } from './topic-server.ts'

/** Short waits; long enough for a machine under load where running out would break the line. */
export const shortTimings: LiveTimings = {
  firstDelayMs: 1,
  longestDelayMs: 16,
  stableMs: 1_000,
  openWithinMs: 5_000,
  pingEveryMs: 5_000,
  answerWithinMs: 5_000,
  silenceMs: 10_000,
  tryBackMs: 10,
  idleMs: 0,
  graceMs: 1,
  settleMs: 20,
}

/** Options for a server, with short waits. */
export function optionsFor(url: string, timings: Partial<LiveTimings> = {}): LiveOptions {
  return { url, timings: { ...shortTimings, ...timings } }
}

/** A follower with all that it was told. */
export interface Watch {
  /** Sequences of entries, or what waits on the board. */
  readonly got: number[]
  readonly stale: boolean[]
  readonly ended: LiveError[]
  readonly topic: Following
}

const own = {
  ended: (watch: Pick<Watch, 'ended' | 'stale'>) => ({
    onEnd: (error: LiveError) => void watch.ended.push(error),
    onStale: (stale: boolean) => void watch.stale.push(stale),
  }),
}

/** Follows the entries and keeps their sequences. */
export function watchEntries(live: Live, more: Partial<TopicRequest<EntryData>> = {}): Watch {
  const watch = { got: [] as number[], stale: [] as boolean[], ended: [] as LiveError[] }
  const topic = live.follow<EntryData>({
    query: entries,
    onData: ({ entry }) => void watch.got.push(entry.sequence),
    ...own.ended(watch),
    ...more,
  })
  return { ...watch, topic }
}

/** Follows the board and keeps what waits. */
export function watchBoard(live: Live, more: Partial<TopicRequest<BoardData>> = {}): Watch {
  const watch = { got: [] as number[], stale: [] as boolean[], ended: [] as LiveError[] }
  const topic = live.follow<BoardData>({
    query: board,
    onData: (data) => void watch.got.push(data.board.waiting),
    ...own.ended(watch),
    ...more,
  })
  return { ...watch, topic }
}

/** 1, 2, 3 … up to a number, or from another one on. */
export const upTo = (last: number, from = 1): number[] =>
  Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at)
