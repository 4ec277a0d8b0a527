import { z } from 'zod'
import { readKeySet } from '../identity/key-set.ts'

const port = z.coerce.number().int().min(0).max(65_535)

const publicJwk = z.string().transform((text, context) => {
  try {
    return { keys: readKeySet(text).map(({ kty, crv, x, kid }) => ({ kty, crv, x, kid })) }
  } catch {
    context.addIssue('has to be the JSON of a public Ed25519 key (JWK), or of a set of them')
    return z.NEVER
  }
})

/** What each process of the system reads from its environment; a subgraph extends it by its own. */
export const serviceConfig = z.object({
  /** MongoDB replica set or sharded cluster (transactions are needed). */
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'has to start with mongodb://'),
  /** Valkey or Redis: `redis://`, `rediss://` or `redis+sentinel://host:port,host:port/master-name`. */
  VALKEY_URL: z
    .string()
    .regex(
      /^(redis|rediss|valkey|valkeys|redis\+sentinel):\/\//,
      'has to start with redis:// or redis+sentinel://',
    ),
  /** Begins the names of databases, queues and topics, so that several deployments can share the stores. */
  NAME_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'has to be 1 to 31 of a-z, 0-9 and -')
    .default('throughline'),
  HOST: z.string().default('127.0.0.1'),
  /** 0 takes a free one and reports it to the parent process. */
  PORT: port.default(0),
  /** Prometheus metrics, on the loopback address only. */
  METRICS_PORT: port.default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** The router's public key; calls that it did not sign are refused. A set while the key changes: the old and the new. */
  IDENTITY_PUBLIC_JWK: publicJwk,
  /** 32 random bytes in base64: seals raw payloads at rest. */
  SECRETS_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'has to be 32 bytes in base64'),
  /** Traces leave by OTLP/HTTP when this is set. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** How often a live topic compares what it sent with its store; a lost signal is late by at most this. */
  LIVE_HEARTBEAT_MS: z.coerce.number().int().min(50).max(60_000).default(5_000),
  /** Subscriptions that one WebSocket connection carries at most; the router shares one among many clients. */
  LIVE_MAX_SUBSCRIPTIONS: z.coerce.number().int().min(1).default(10_000),
  /** How long a relay may take to carry the events it has claimed; when it dies they are free again afterwards. */
  RELAY_CLAIM_MS: z.coerce.number().int().min(100).max(300_000).default(10_000),
  /** Events consumed in one transaction at most; of prompt ones half as many, of urgent ones a fifth. */
  EVENT_BATCH: z.coerce.number().int().min(1).max(1_000).default(50),
  /** Tries of an event's consumer, with exponential backoff between them, before it goes to the dead letters. */
  EVENT_ATTEMPTS: z.coerce.number().int().min(1).max(50).default(12),
  /** Wait before the second try of an event or job; it doubles with each. */
  RETRY_BACKOFF_MS: z.coerce.number().int().min(1).max(60_000).default(250),
})

export type ServiceConfig = z.infer<typeof serviceConfig>
