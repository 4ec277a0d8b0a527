import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { loadConfig } from '../config/load-config.ts'
import { type ServiceConfig, serviceConfig } from '../config/service-config.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const jwkOf = (key: KeyObject): string => JSON.stringify(key.export({ format: 'jwk' }))

/** The key of the tests' router, in the place of the real one's. */
export const testPrivateJwk = jwkOf(privateKey)

/** A name prefix that no other test has: databases, queues and topics of their own. */
export function testPrefix(): string {
  return `t-${randomBytes(6).toString('hex')}`
}

/**
 * The environment of a service under test: the stores that the test run started, a prefix of its own, quick retries
 * and heartbeats, a silent log.
 */
export function testEnvironment(prefix: string, extra: Record<string, string> = {}): Record<string, string> {
  const { MONGODB_URI, VALKEY_URL } = process.env
  if (!MONGODB_URI || !VALKEY_URL)
    throw new Error('run the tests by `npm test`, or set MONGODB_URI and VALKEY_URL')
  return {
    MONGODB_URI,
    VALKEY_URL,
    NAME_PREFIX: prefix,
    IDENTITY_PUBLIC_JWK: jwkOf(publicKey),
    // The same for all instances of one test's services, as in a deployment.
    SECRETS_KEY: createHash('sha256').update(prefix).digest('base64'),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    LIVE_HEARTBEAT_MS: '200',
    RELAY_CLAIM_MS: '1000',
    EVENT_ATTEMPTS: '3',
    RETRY_BACKOFF_MS: '10',
    ...extra,
  }
}

/** The configuration of a service under test, checked as a process would check it. */
export function testConfig<C extends ServiceConfig>(
  prefix: string,
  schema?: z.ZodObject & z.ZodType<C>,
  extra?: Record<string, string>,
): C {
  return loadConfig(schema ?? serviceConfig, testEnvironment(prefix, extra)) as C
}
