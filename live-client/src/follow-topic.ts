import { backoffMs } from './backoff.ts'
import { LiveError } from './live-error.ts'
import { readRefusal } from './refusal.ts'
import { resumePosition } from './resume-position.ts'
import type { LiveTimings } from './timings.ts'
import type { Following, TopicRequest } from './topic-request.ts'
import type { TopicResult } from './topic-result.ts'
import type { Link, Payload, TopicSink } from './transport.ts'

/** What the line tells a topic. */
export interface LineTopic {
  /** There is a link to subscribe on. */
  begin(link: Link): void
  /** The link is gone. */
  cutOff(): void
  /** There will be none any more. */
  end(error: LiveError): void
}

/** What a topic tells the line. */
export interface TopicLine {
  timings: LiveTimings
  random: (() => number) | undefined
  join(topic: LineTopic): void
  leave(topic: LineTopic): void
  /** The server does not accept the token any more. */
  refuseToken(): void
  defect(error: LiveError): void
}

/** How often a missing event is asked for before it counts as lost. */
const maxResumes = 3

/**
 * Stays with a topic: over broken connections it resumes behind the last event, asks again for what is missing, and
 * drops what comes twice. What the server refuses for good, and gaps that nobody can fill, are told.
 */
export function followTopic<T>(line: TopicLine, request: TopicRequest<T>): Following {
  const { timings } = line
  const { query = '', operationName, sha256Hash, afterVariable = 'after' } = request
  let variables = request.variables ?? {}
  const resumable = afterVariable in variables || new RegExp(`\\$${afterVariable}\\b`).test(query)
  let position = resumePosition(variables[afterVariable] as string | undefined)
  let link: Link | undefined
  /** Ends the running subscription. */
  let stop: (() => void) | undefined
  /** Of the next try, of the look whether something is missing, of a state that waits for a newer one. */
  let retry: ReturnType<typeof setTimeout> | undefined
  let look: ReturnType<typeof setTimeout> | undefined
  let held: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let resumes = 0
  let begun = false
  let stale = false
  let paused = false
  let reloading = false
  let ended = false
  let fullText = sha256Hash === undefined
  let tokenRefused = false

  /** What callers throw must break nothing of ours. */
  const tell = (call: () => void) => {
    try {
      call()
    } catch (error) {
      line.defect(new LiveError('LIVE_CALLBACK', String(error), error))
    }
  }
  const setStale = (now: boolean) => {
    if (now === stale) return
    stale = now
    tell(() => request.onStale?.(now))
  }
  const halt = () => {
    clearTimeout(retry)
    clearTimeout(look)
    clearTimeout(held)
    retry = look = undefined
    stop?.()
    stop = undefined
  }
  const leave = () => {
    ended = true
    halt()
    line.leave(topic)
  }
  const finish = (code: string, message?: string) => {
    if (ended) return
    leave()
    tell(() => request.onEnd?.(new LiveError(code, message)))
  }

  const payload = (): Payload => ({
    ...(fullText ? { query } : {}),
    operationName,
    variables: position.cursor === undefined ? variables : { ...variables, [afterVariable]: position.cursor },
    ...(sha256Hash === undefined ? {} : { extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  })
  const start = () => {
    if (!link || stop || retry !== undefined || paused || reloading || ended) return
    if (begun && position.sequence !== undefined && !resumable) return gap('LIVE_NOT_RESUMABLE')
    begun = true
    position.begin()
    stop = link.start(payload(), position.cursor, sink)
  }
  const again = (waitMs: number) => {
    halt()
    setStale(true)
    retry = setTimeout(() => {
      retry = undefined
      start()
    }, waitMs)
  }
  const backoff = () => backoffMs(timings, attempt++, line.random)
  /** Asks again for what is missing; the third time in vain it counts as lost. */
  const resume = () => {
    if (++resumes > maxResumes) return gap('LIVE_GAP')
    halt()
    start()
  }
  const gap = (code: string, message?: string) => {
    halt()
    if (!request.onGap) return finish(code, message)
    setStale(true)
    reloading = true
    const reload = async () => {
      let waitMs = backoff()
      try {
        variables = (await request.onGap?.(code)) ?? { ...variables, [afterVariable]: undefined }
        position = resumePosition(variables[afterVariable] as string | undefined)
        resumes = 0
        begun = false
      } catch {
        // The list cannot be had now: the server will refuse the old cursor again, and the caller is asked again.
        waitMs += timings.firstDelayMs
      }
      reloading = false
      if (!ended) again(waitMs)
    }
    void reload()
  }

  const deliver = (result: TopicResult<T>) => {
    attempt = resumes = 0
    tokenRefused = false
    clearTimeout(held)
    setStale(false)
    const { data } = result
    tell(() => (data ? request.onData(data, result) : request.onFailed?.(result)))
  }
  const refuse = (errors: unknown) => {
    const { verdict, code, message, retryAfterMs } = readRefusal(errors)
    if (verdict === 'gap') gap(code, message)
    else if (verdict === 'full-text' && !fullText && query) {
      fullText = true
      halt()
      start()
    } else if (verdict === 'sign-in' && !tokenRefused) {
      tokenRefused = true
      line.refuseToken()
    } else if (verdict === 'again') again(retryAfterMs + backoff())
    else finish(code, message)
  }
  const sink: TopicSink = {
    next(result) {
      const of = result as TopicResult<T>
      const { verdict } = readRefusal(of.errors)
      if (!of.data && verdict !== 'again') return refuse(of.errors)
      const place = of.extensions?.live
      const arrival = position.take(place)
      if (arrival === 'new') deliver(of)
      else if (arrival === 'gap') resume()
      else {
        setStale(false)
        if (arrival === 'older' && place) {
          held = setTimeout(() => {
            position.accept(place)
            deliver(of)
          }, timings.settleMs)
        }
      }
    },
    head(place) {
      setStale(false)
      if (position.head(place) && resumable && resumes < maxResumes) {
        look ??= setTimeout(() => {
          look = undefined
          if (position.head(place)) resume()
        }, timings.graceMs)
      }
    },
    error(errors) {
      stop = undefined
      refuse(errors)
    },
    complete() {
      stop = undefined
      again(backoff())
    },
  }
  const topic: LineTopic = {
    begin(opened) {
      link = opened
      start()
    },
    cutOff() {
      link = undefined
      halt()
      setStale(true)
    },
    end: ({ code, message }) => finish(code, message),
  }

  line.join(topic)
  return {
    leave,
    pause() {
      paused = true
      halt()
    },
    resume() {
      paused = false
      start()
    },
    get cursor() {
      return position.cursor
    },
  }
}
