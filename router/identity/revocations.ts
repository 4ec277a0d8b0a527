import type { Redis } from 'ioredis'
import type { IdentityContext } from './identity-context.ts'

/** Told to every router when a session has ended, so that caches and open sockets do not outlive it. */
export interface Revocations {
  /** Ends a session in every router, this one included. */
  revoke(sessionId: string): Promise<void>
  /** @returns how to stop listening */
  onRevoked(listener: (sessionId: string) => void): () => void
  close(): void
}

/**
 * Listens on a connection of its own. A message that is lost only delays: sessions are looked up again after some
 * seconds.
 */
export async function createRevocations(ctx: IdentityContext): Promise<Revocations> {
  const channel = `{${ctx.config.NAME_PREFIX}}:router:revoked`
  const listeners = new Set<(sessionId: string) => void>()
  const tell = (sessionId: string) => {
    for (const listener of listeners) listener(sessionId)
  }
  const subscriber: Redis = ctx.valkey.duplicate()
  subscriber.on('error', (err: Error) => ctx.log.warn({ err }, 'the connection for revocations has failed'))
  subscriber.on('message', (_channel: string, sessionId: string) => tell(sessionId))
  await subscriber.subscribe(channel)

  return {
    async revoke(sessionId) {
      tell(sessionId)
      await ctx.valkey.publish(channel, sessionId)
    },
    onRevoked(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => subscriber.disconnect(),
  }
}
