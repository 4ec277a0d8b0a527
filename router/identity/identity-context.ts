import type { Redis } from 'ioredis'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { RouterConfig } from '../front/router-config.ts'

/** What the built-in issuer works with. */
export interface IdentityContext {
  readonly config: Pick<
    RouterConfig,
    | 'NAME_PREFIX'
    | 'IDENTITY_PRIVATE_JWK'
    | 'SESSION_TTL'
    | 'ACCESS_TOKEN_TTL'
    | 'REFRESH_GRACE'
    | 'REVOCATION_CHECK'
    | 'OIDC_ISSUERS'
    | 'VISITOR_ISSUERS'
    | 'BOOTSTRAP_ADMIN_EMAIL'
    | 'BOOTSTRAP_ADMIN_PASSWORD'
  >
  /** The router's own database. */
  readonly db: Connection
  readonly valkey: Redis
  readonly log: Logger
  now(): Date
}
