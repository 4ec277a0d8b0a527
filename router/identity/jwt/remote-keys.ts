import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import type { Logger } from 'pino'
import { z } from 'zod'
import { issuerUnavailable } from '../errors.ts'
import { fetchJson } from './fetch-json.ts'

/** A key that its issuer has removed is refused after this, where the issuer can be reached. */
export const keysFreshMs = 5 * 60_000
/** While the issuer cannot be reached its known keys go on for so long. */
export const keysStaleMs = 60 * 60_000
/** Between two requests to an issuer, whatever tokens name: nobody makes us ask more often. */
export const keysCoolDownMs = 30_000

const maxKeys = 50
const keySet = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), use: z.string().optional() })).max(maxKeys),
})

export interface RemoteKeysOptions {
  /** For people who read a refusal or the log. */
  issuer: string
  /** Where the key set is; asked before each request. */
  address(): Promise<URL>
  now(): Date
  log: Logger
}

interface Known {
  keyFor: JWTVerifyGetKey
  atMs: number
}

/**
 * An issuer's public keys. They are fetched anew when they are older than five minutes, and when a token names one that
 * is not known; never more often than once in thirty seconds.
 * @returns the key for a token's header, for jose's jwtVerify; it throws ISSUER_UNAVAILABLE when there are none
 */
export function createRemoteKeys({ issuer, address, now, log }: RemoteKeysOptions): JWTVerifyGetKey {
  let known: Known | undefined
  let triedAtMs = Number.NEGATIVE_INFINITY
  let running: Promise<void> | undefined

  const ageOf = (atMs: number) => Math.abs(now().getTime() - atMs)

  const load = async () => {
    triedAtMs = now().getTime()
    try {
      const { keys } = keySet.parse(await fetchJson(await address()))
      const signing = { keys: keys.filter(({ kty, use }) => kty !== 'oct' && use !== 'enc') } as JSONWebKeySet
      known = { keyFor: createLocalJWKSet(signing), atMs: triedAtMs }
    } catch (err) {
      log.warn({ err, issuer }, 'the keys of an issuer could not be fetched')
    }
  }
  const refresh = async () => {
    if (!running && ageOf(triedAtMs) < keysCoolDownMs) return
    running ??= load().finally(() => {
      running = undefined
    })
    await running
  }
  const usable = (): Known => {
    if (known && ageOf(known.atMs) <= keysStaleMs) return known
    throw issuerUnavailable({ issuer })
  }

  return async (header, token) => {
    if (!known || ageOf(known.atMs) > keysFreshMs) await refresh()
    const before = usable()
    try {
      return await before.keyFor(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await refresh()
      const after = usable()
      if (after === before) throw error
      return after.keyFor(header, token)
    }
  }
}
