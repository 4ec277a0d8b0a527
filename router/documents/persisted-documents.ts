import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Viewer } from '#platform/identity/viewer.ts'
import { within } from '#platform/waiting/within.ts'
import { BoundedCache } from '../identity/bounded-cache.ts'
import { TokenBuckets } from '../traffic/token-buckets.ts'
import { documentHash } from './document-hash.ts'
import { hashMismatch, persistedQueryNotFound } from './errors.ts'

export interface PersistedDocumentsOptions {
  valkey: Redis
  /** Begins the names of the keys. */
  prefix: string
  log: Logger
  /** Documents that one viewer may have kept in a minute; what is beyond is executed and not kept. */
  perViewerPerMinute: number
  /** Documents kept over all routers; 5,000 unless told. */
  documents?: number
}

const maxChars = 16 * 1024
const cachedHere = 1_000
const perProcessPerMinute = 600
const viewersCounted = 10_000
const ttlMs = 24 * 60 * 60_000
const storeMs = 500

/** Keeps one document, and of too many lets the oldest go: the store is the queues' as well and evicts nothing. */
const keepScript = `
if not redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 0 end
redis.call('ZADD', KEYS[2], ARGV[3], KEYS[1])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
local beyond = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[4])
if beyond > 0 then
  local oldest = redis.call('ZPOPMIN', KEYS[2], beyond)
  for i = 1, #oldest, 2 do redis.call('DEL', oldest[i]) end
end
return 1`

/**
 * Automatic persisted queries: documents that clients name by their hash after they have sent the text once. Kept in
 * this process and, for a day after their last use, in Valkey for the other routers. A document is kept only under the
 * hash of its own text, also when it comes out of the store, so nobody can put another one in its place.
 */
export class PersistedDocuments {
  readonly #options: PersistedDocumentsOptions
  readonly #known = new BoundedCache<string>(cachedHere)
  readonly #byViewer: TokenBuckets
  readonly #inProcess = new TokenBuckets(perProcessPerMinute, 1)

  constructor(options: PersistedDocumentsOptions) {
    this.#options = options
    this.#byViewer = new TokenBuckets(options.perViewerPerMinute, viewersCounted)
  }

  /**
   * The text of a hash.
   * @throws PERSISTED_QUERY_NOT_FOUND, also when the store cannot be asked
   */
  find(hash: string): string | Promise<string> {
    return this.#known.get(hash) ?? this.#fetch(hash)
  }

  /**
   * Takes a text under its hash, and keeps it where the viewer may still have one kept.
   * @throws PERSISTED_QUERY_HASH_MISMATCH
   */
  register(hash: string, text: string, viewer: Viewer): void {
    const known = this.#known.get(hash)
    if (known === text) return
    if (known !== undefined || documentHash(text) !== hash) throw hashMismatch()
    // Anonymous callers are anybody, as often as they like: for them nothing is kept.
    if (viewer.kind === 'anonymous' || text.length > maxChars) return
    if (this.#byViewer.take(`${viewer.kind} ${viewer.id}`) > 0 || this.#inProcess.take('') > 0) return
    this.#known.set(hash, text)
    const { valkey, prefix, documents = 5_000, log } = this.#options
    const keys = [this.#key(hash), `{${prefix}}:router:documents`]
    valkey.eval(keepScript, 2, ...keys, text, ttlMs, Date.now(), documents).catch((err: unknown) => {
      log.warn({ err }, 'a document is not shared with the other routers')
    })
  }

  async #fetch(hash: string): Promise<string> {
    const { valkey, log } = this.#options
    const text = await within(
      storeMs,
      'finding a document',
      valkey.getex(this.#key(hash), 'PX', ttlMs),
    ).catch((err: unknown) => {
      log.warn({ err }, 'persisted documents cannot be read')
      return null
    })
    if (text === null || documentHash(text) !== hash) throw persistedQueryNotFound()
    this.#known.set(hash, text)
    return text
  }

  #key(hash: string): string {
    return `{${this.#options.prefix}}:router:document:${hash}`
  }
}
