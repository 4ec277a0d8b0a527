import { defineError } from '#platform/errors/define-error.ts'

/** The media types in which one operation's result leaves. */
export type ResultType = 'application/json' | 'application/graphql-response+json'

/** How a client wants its answer. */
export interface Wanted {
  /** For one result; nothing when the client takes only event streams. */
  result: ResultType | undefined
  /** Whether it takes server-sent events, and whether it would rather have them than one result. */
  events: 'never' | 'for-subscriptions' | 'always'
}

const notAcceptable = defineError(
  'NOT_ACCEPTABLE',
  406,
  () =>
    'The answer comes as application/json, application/graphql-response+json or text/event-stream: accept one of them.',
)

const longestCached = 200
const cachedAtMost = 200
const cached = new Map<string, Wanted>()
const unsaid: Wanted = { result: 'application/json', events: 'never' }

/**
 * Chooses by the Accept header (RFC 9110, 12.5.1: the most specific range counts, then its weight). A client that
 * names no type of its own gets application/json, as GraphQL over HTTP wants it for older clients; of types that are
 * equally welcome application/graphql-response+json is taken, because its status tells more. Wildcards do not ask for
 * an event stream: who does not name it could not read it.
 * @throws NOT_ACCEPTABLE
 */
export function negotiate(accept: string | undefined): Wanted {
  if (accept === undefined || accept === 'application/json' || accept === '*/*') return unsaid
  let wanted = cached.get(accept)
  if (!wanted) {
    wanted = choose(rangesIn(accept))
    if (accept.length <= longestCached) {
      // What strangers send fills a cache; an empty one only costs reading their headers again.
      if (cached.size >= cachedAtMost) cached.clear()
      cached.set(accept, wanted)
    }
  }
  if (!wanted.result && wanted.events === 'never') throw notAcceptable()
  return wanted
}

/** The type of an answer that leaves anyway: of a refusal, also to those who accept nothing. */
export function resultTypeFor(accept: string | undefined): ResultType {
  try {
    return negotiate(accept).result ?? 'application/json'
  } catch {
    return 'application/json'
  }
}

interface Range {
  type: string
  weight: number
}

interface Welcome {
  weight: number
  /** 2 by its name, 1 by its kind, 0 by the widest range. */
  named: number
}

function choose(ranges: Range[]): Wanted {
  const json = welcomeOf('application/json', ranges)
  const newer = welcomeOf('application/graphql-response+json', ranges)
  const stream = welcomeOf('text/event-stream', ranges)
  const newerWins =
    newer.weight > json.weight ||
    (newer.weight > 0 && newer.weight === json.weight && newer.named === 2 && newer.named >= json.named)
  const result = newerWins
    ? 'application/graphql-response+json'
    : json.weight > 0
      ? 'application/json'
      : undefined
  const takesStream = stream.weight > 0 && stream.named > 0
  const streamWins = takesStream && stream.weight > Math.max(json.weight, newer.weight)
  return { result, events: streamWins ? 'always' : takesStream ? 'for-subscriptions' : 'never' }
}

function welcomeOf(type: string, ranges: Range[]): Welcome {
  const kind = `${type.slice(0, type.indexOf('/'))}/*`
  let best: Welcome = { weight: 0, named: -1 }
  for (const range of ranges) {
    const named = range.type === type ? 2 : range.type === kind ? 1 : range.type === '*/*' ? 0 : -1
    if (named > best.named) best = { weight: range.weight, named }
  }
  return best
}

function rangesIn(accept: string): Range[] {
  return accept.split(',').flatMap((text) => {
    const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
    let weight = 1
    for (const parameter of parameters) {
      const [name, value = ''] = parameter.split('=').map((part) => part.trim())
      if (name === 'q') weight = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(value) ? Number(value) : 0
      // We write UTF-8 only.
      if (name === 'charset' && !/^"?utf-?8"?$/.test(value)) return []
    }
    return type ? [{ type, weight }] : []
  })
}
