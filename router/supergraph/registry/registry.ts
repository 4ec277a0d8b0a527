import type { Redis } from 'ioredis'
import type { Connection } from 'mongoose'

/** Where the versions of one deployment's supergraph are kept, and how its routers hear of new ones. */
export interface Registry {
  /** The router's own database. */
  readonly db: Connection
  readonly valkey: Redis
  readonly prefix: string
}

/** On which a new version's number is told. A message that is lost only delays: routers also look for themselves. */
export function versionsChannel(registry: Pick<Registry, 'prefix'>): string {
  return `{${registry.prefix}}:router:supergraph`
}
