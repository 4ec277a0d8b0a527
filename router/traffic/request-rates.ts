import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { within } from '#platform/waiting/within.ts'
import { BoundedCache } from '../identity/bounded-cache.ts'
import { rateLimited } from '../identity/errors.ts'
import { TokenBuckets } from './token-buckets.ts'

/**
 * Gives out up to so many tokens of one bucket (the generic cell rate algorithm: the store keeps the instant at which
 * the bucket will be full again, in microseconds of its own clock).
 * ARGV: microseconds per token, tokens that a full bucket holds, tokens wanted. Gives tokens, and without any the
 * milliseconds until there is one.
 */
const leaseScript = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local each, capacity, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local full = tonumber(redis.call('GET', KEYS[1]) or now)
if full < now then full = now end
local room = math.floor((capacity * each - (full - now)) / each)
if room < 1 then return { 0, math.ceil((full - now - (capacity - 1) * each) / 1000) } end
local given = math.min(room, wanted)
full = full + given * each
redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', string.format('%.0f', math.ceil((full - now) / 1000)))
return { given, 0 }`

/** What of a bucket one lease takes: one store request for so many of ours. */
const leaseShare = 0.05
/** What is not used by then is given up: it would be a burst of yesterday. */
const leaseMs = 10_000
const storeMs = 500
const keysHere = 20_000

interface Lease {
  tokens: number
  untilMs: number
  /** Refused until then, without asking again. */
  refusedUntilMs: number
  asking: Promise<void> | undefined
}

export interface RequestRatesOptions {
  valkey: Redis
  /** Begins the names of the keys. */
  prefix: string
  log: Logger
}

/**
 * Bounds requests over all routers: each key has a bucket in Valkey that fills up evenly, and a router leases a
 * twentieth of it at a time, which it then gives out by itself. So the bound is never passed, however many routers there
 * are, and one in many requests asks the store. Without the store each router bounds for itself.
 */
export class RequestRates {
  readonly #options: RequestRatesOptions
  readonly #leases = new BoundedCache<Lease>(keysHere)
  readonly #alone = new Map<number, TokenBuckets>()

  constructor(options: RequestRatesOptions) {
    this.#options = options
  }

  /**
   * Counts one request.
   * @param key kind and id, an address for instance; in the store only as a hash
   * @returns nothing, at once or when the store has answered
   * @throws RATE_LIMITED
   */
  take(key: string, perMinute: number): void | Promise<void> {
    const lease = this.#lease(key)
    return this.#spend(lease) ? undefined : this.#takeLater(key, perMinute, lease)
  }

  async #takeLater(key: string, perMinute: number, lease: Lease): Promise<void> {
    for (;;) {
      if (this.#spend(lease)) return
      lease.asking ??= this.#ask(key, perMinute, lease).finally(() => {
        lease.asking = undefined
      })
      await lease.asking
    }
  }

  /** @throws RATE_LIMITED */
  #spend(lease: Lease): boolean {
    const now = performance.now()
    if (lease.tokens > 0 && now < lease.untilMs) {
      lease.tokens--
      return true
    }
    if (now < lease.refusedUntilMs) throw limited(lease.refusedUntilMs - now)
    return false
  }

  async #ask(key: string, perMinute: number, lease: Lease): Promise<void> {
    const { valkey, prefix, log } = this.#options
    const wanted = Math.max(1, Math.floor(perMinute * leaseShare))
    const eachMicros = Math.ceil(60_000_000 / perMinute)
    const name = `{${prefix}}:router:rate:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`
    try {
      const asked = valkey.eval(leaseScript, 1, name, eachMicros, perMinute, wanted)
      const [tokens, waitMs] = (await within(storeMs, 'leasing requests', asked)) as [number, number]
      const now = performance.now()
      lease.tokens = tokens
      lease.untilMs = now + leaseMs
      if (!tokens) lease.refusedUntilMs = now + Math.max(1, waitMs)
    } catch (err) {
      log.warn({ err }, 'requests are bounded without the other routers')
      const waitMs = this.#bucketsFor(perMinute).take(key)
      if (waitMs > 0) lease.refusedUntilMs = performance.now() + waitMs
      else Object.assign(lease, { tokens: 1, untilMs: performance.now() + leaseMs })
    }
  }

  #lease(key: string): Lease {
    let lease = this.#leases.get(key)
    if (!lease) {
      lease = { tokens: 0, untilMs: 0, refusedUntilMs: 0, asking: undefined }
      this.#leases.set(key, lease)
    }
    return lease
  }

  #bucketsFor(perMinute: number): TokenBuckets {
    let buckets = this.#alone.get(perMinute)
    if (!buckets) this.#alone.set(perMinute, (buckets = new TokenBuckets(perMinute, keysHere)))
    return buckets
  }
}

function limited(waitMs: number) {
  return rateLimited({ retryAfterSec: Math.max(1, Math.ceil(waitMs / 1000)) })
}
