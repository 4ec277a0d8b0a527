import type { Redis } from 'ioredis'
import { within } from '#platform/waiting/within.ts'
import type { Caller } from './caller.ts'
import type { IdentityContext } from './identity-context.ts'
import { findEnded } from './find-ended.ts'
import type { Subject } from './subject.ts'
import { WatchedCallers } from './watched-callers.ts'

/** Told to every router when a proof has ended, so that caches and open streams do not outlive it. */
export interface Revocations {
  /**
   * Tells every router, this one included. What is revoked has to be written before: a router that is not reached
   * reads it from the store.
   */
  revoke(...subjects: Subject[]): Promise<void>
  /** @returns how to stop listening */
  onRevoked(listener: (subject: Subject) => void): () => void
  /**
   * Calls back once when something that the caller's proof stands on is revoked, or its roles have changed: at once
   * when we are told, and by the store after `REVOCATION_CHECK` when the message was lost.
   * @returns how to stop watching
   */
  watch(caller: Caller, ended: () => void): () => void
  close(): void
}

const tellMs = 3_000

/** Listens on a connection of its own, and looks into the store for what it was not told. */
export async function createRevocations(ctx: IdentityContext): Promise<Revocations> {
  const channel = `{${ctx.config.NAME_PREFIX}}:router:revoked`
  const listeners = new Set<(subject: Subject) => void>()
  const watched = new WatchedCallers()
  const tell = (subject: Subject) => {
    for (const listener of listeners) listener(subject)
    watched.end(subject)
  }
  const subscriber: Redis = ctx.valkey.duplicate()
  subscriber.on('error', (err: Error) => ctx.log.warn({ err }, 'the connection for revocations has failed'))
  subscriber.on('message', (_channel: string, subject: string) => tell(subject as Subject))
  await subscriber.subscribe(channel)

  const check = async () => {
    try {
      const { subjects, callers } = await findEnded(ctx.db, watched)
      for (const subject of subjects) tell(subject)
      for (const caller of callers) caller.end()
    } catch (err) {
      // Streams go on until their proof expires; the next round asks again.
      ctx.log.warn({ err }, 'the store could not tell who has to leave')
    }
    if (!closed) timer = arm()
  }
  const arm = () => setTimeout(() => void check(), ctx.config.REVOCATION_CHECK).unref()
  let closed = false
  let timer = arm()

  return {
    async revoke(...subjects) {
      for (const subject of subjects) tell(subject)
      const told = Promise.all(subjects.map((subject) => ctx.valkey.publish(channel, subject)))
      await within(tellMs, 'telling the other routers', told).catch((err: unknown) => {
        ctx.log.warn({ err }, 'other routers find a revocation in the store, some seconds later')
      })
    },
    onRevoked(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch: (caller, ended) => watched.add(caller, ended),
    close() {
      closed = true
      clearTimeout(timer)
      subscriber.disconnect()
    },
  }
}
