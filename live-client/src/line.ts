import { backoffMs } from './backoff.ts'
import { closeVerdict } from './close-verdict.ts'
import type { LineTopic, TopicLine } from './follow-topic.ts'
import type { LineState } from './line-state.ts'
import { LiveError } from './live-error.ts'
import type { LiveOptions } from './open-live-over.ts'
import { type Opening, openLink } from './open-link.ts'
import { knownOffline, listenToPage } from './page-events.ts'
import type { LiveTimings } from './timings.ts'
import type { Link, LinkEvents, Transport } from './transport.ts'

/** After so many connections in a row that never opened the other transport has its turns. */
const failuresBeforeFallback = 3
/** Where a server has too many of us, or somebody has a defect, the wait is at least that of this attempt. */
const laterAttempt = 5

/** One connection at a time for any number of topics, opened again whenever it breaks. */
export interface Line extends TopicLine {
  readonly state: LineState
  onState(listener: (state: LineState) => void): () => void
  close(): void
}

export interface LineOptions extends LiveOptions {
  maxTopics: number
  timings: LiveTimings
  onDefect(error: LiveError): void
}

export function openLine(
  [preferred, fallback = preferred]: readonly [Transport, Transport?],
  options: LineOptions,
): Line {
  const { timings, onDefect } = options
  const topics = new Set<LineTopic>()
  const listeners = new Set<(state: LineState) => void>()
  let state: LineState = { state: 'online', sinceMs: Date.now() }
  let current: Opening | undefined
  let link: Link | undefined
  /** The preferred transport, tried beside the fallback that runs. */
  let spare: Opening | undefined
  /** Of the next connection, or of the end of an idle one; of the next `lookBack`. */
  let timer: ReturnType<typeof setTimeout> | undefined
  let backTimer: ReturnType<typeof setTimeout> | undefined
  let readyAtMs: number | undefined
  let attempt = 0
  /** Connections in a row that never opened. */
  let failures = 0
  /** The server has not accepted the last token. */
  let refused = false
  let closed = false

  const set = (now: LineState['state'], sinceMs = Date.now()) => {
    if (now === state.state) return
    const stillBroken = now !== 'online' && state.state !== 'online'
    state = { state: now, sinceMs: stillBroken ? state.sinceMs : sinceMs }
    for (const listener of listeners) listener(state)
  }
  const open = (transport: Transport, events: LinkEvents & { opened(link: Link): void }) =>
    openLink(transport, options, () => options.token?.(refused), events)

  const carry = (opened: Link) => {
    link = opened
    for (const topic of topics) topic.begin(opened)
  }
  const cutOff = () => {
    current?.close()
    spare?.close()
    clearTimeout(timer)
    clearTimeout(backTimer)
    current = spare = link = readyAtMs = undefined
    for (const topic of topics) topic.cutOff()
  }
  const end = (error: LiveError) => {
    cutOff()
    for (const topic of topics) topic.end(error)
  }

  const connect = () => {
    if (current || topics.size === 0) return
    clearTimeout(timer)
    const turn = failures - failuresBeforeFallback
    const transport = turn >= 0 && turn % 2 === 0 ? fallback : preferred
    current = open(transport, { opened: carry, ready: () => ready(transport), closed: lost })
  }
  const ready = (transport: Transport) => {
    readyAtMs = Date.now()
    refused = false
    if (transport === preferred) failures = 0
    else backTimer = setTimeout(lookBack, timings.tryBackMs)
    set('online')
  }
  const lookBack = () => {
    let opened: Link
    const tried = open(preferred, {
      opened: (found) => {
        opened = found
      },
      ready() {
        spare = undefined
        cutOff()
        current = tried
        ready(preferred)
        carry(opened)
      },
      closed(...how) {
        if (tried === current) lost(...how)
        else backTimer = setTimeout(lookBack, timings.tryBackMs)
      },
    })
    spare = tried
  }
  const lost: LinkEvents['closed'] = (code, reason, sinceMs) => {
    const stoodMs = readyAtMs === undefined ? -1 : Date.now() - readyAtMs
    cutOff()
    if (stoodMs < 0) failures++
    if (stoodMs >= timings.stableMs) attempt = 0
    if (topics.size === 0) return
    const verdict = closeVerdict(code)
    if (verdict === 'forbidden') return end(new LiveError('FORBIDDEN', reason))
    if (verdict === 'defect') onDefect(new LiveError('LIVE_PROTOCOL', reason))
    if (verdict === 'ask-token' && refused) {
      refused = false
      end(new LiveError('UNAUTHENTICATED', reason))
      return options.onSignedOut?.()
    }
    refused ||= verdict === 'ask-token'
    // A token that has expired is no broken line yet: another one is asked for at once.
    const askAtOnce = verdict === 'ask-token' && attempt === 0
    if (!askAtOnce) set(knownOffline() ? 'offline' : 'reconnecting', sinceMs)
    if (verdict === 'later' || verdict === 'defect') attempt = Math.max(attempt, laterAttempt)
    timer = setTimeout(connect, askAtOnce ? 0 : backoffMs(timings, attempt, options.random))
    attempt++
  }

  const back = () => {
    if (state.state === 'offline') set('reconnecting')
    link?.check()
    connect()
  }
  const unlisten = listenToPage({
    online: back,
    visible: back,
    offline() {
      if (current) lost(1006)
      else if (topics.size > 0) set('offline')
    },
  })

  return {
    timings,
    random: options.random,
    defect: onDefect,
    get state() {
      return state
    },
    onState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    join(topic) {
      if (closed) throw new LiveError('LIVE_CLOSED')
      if (topics.size >= options.maxTopics) throw new LiveError('LIVE_TOO_MANY_TOPICS')
      topics.add(topic)
      if (topics.size === 1) {
        clearTimeout(timer)
        connect()
      }
      if (link) topic.begin(link)
    },
    leave(topic) {
      topics.delete(topic)
      if (topics.size > 0 || closed) return
      set('online')
      clearTimeout(timer)
      timer = setTimeout(cutOff, timings.idleMs)
    },
    refuseToken() {
      if (current) lost(4401)
    },
    close() {
      closed = true
      unlisten()
      end(new LiveError('LIVE_CLOSED'))
    },
  }
}
