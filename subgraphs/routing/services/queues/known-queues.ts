import type { ClientSession, Connection } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { QueueRecord } from '../../models/queue.ts'
import { QueueRegisters } from '../../models/queue-register.ts'
import { type ChosenQueue, type Contact, chooseQueue, type QueueChoice } from '../core/choose-queue.ts'
import { queuesInUse } from './queues-in-use.ts'

/** The queues of one moment. */
export interface KnownQueues {
  byId: ReadonlyMap<string, QueueRecord>
  /** The queue for a contact, as `chooseQueue` chooses; equal contacts are chosen for once. */
  choose(contact: Contact): ChosenQueue
}

/** Kinds of contact that are remembered; who sends made-up domains and languages must not fill the memory. */
const maxChoices = 10_000

const known = new WeakMap<Connection, { setUp: string; queues: KnownQueues }>()

/**
 * The queues in use, as the session's snapshot shows them, for transactions that change none. They change rarely, so
 * only the name of their set-up is read, and they themselves once for each.
 */
export async function knownQueues(ctx: ServiceContext, session: ClientSession): Promise<KnownQueues> {
  const register = await QueueRegisters(ctx.db).findById('queues').session(session).lean()
  const cached = known.get(ctx.db)
  if (register && cached?.setUp === register.setUp) return cached.queues
  const queues = withChoices(await queuesInUse(ctx, session))
  if (register) known.set(ctx.db, { setUp: register.setUp, queues })
  return queues
}

function withChoices(byId: ReadonlyMap<string, QueueRecord>): KnownQueues {
  const all: QueueChoice[] = [...byId.values()].map((queue) => ({ ...queue, id: queue._id }))
  const choices = new Map<string, ChosenQueue>()
  return {
    byId,
    choose(contact) {
      const key = JSON.stringify([contact.mediaType, contact.domain, contact.language])
      const chosen = choices.get(key) ?? chooseQueue(all, contact)
      if (choices.size >= maxChoices) choices.clear()
      choices.set(key, chosen)
      return chosen
    },
  }
}
