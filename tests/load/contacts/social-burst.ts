import { until } from '#platform/testkit/until.ts'
import { inspectProcess } from '../../bench/process/inspector.ts'
import type { PartProcess } from '../system/part-process.ts'
import type { ContactSystem } from './contact-system.ts'
import { phoneContact, telegramContact, whatsappContact } from './contact-webhook.ts'
import { type ReservedContact, reservedContacts } from './reserved-contacts.ts'
import { type SentContact, sendContacts } from './send-contacts.ts'
import { type WatchedReservations, watchReservations } from './watch-reservations.ts'

export interface BurstPlan {
  calmSec: number
  burstSec: number
  /** Social messages of new people each second while it is calm; ten times as many in the burst. */
  socialPerSec: number
  /** Calls each second, all the time. */
  callsPerSec: number
  /** Social webhooks on their way at most. */
  atOnce: number
}

/** The contacts of one stretch of time, each with its reservation. */
export interface Stretch {
  calls: ReservedContact[]
  social: ReservedContact[]
}

export interface BurstResult {
  calm: Stretch
  burst: Stretch
  /** Heap and external memory after collection, before the burst and after its last reservation, by process. */
  memory: Record<string, { beforeBytes: number; afterBytes: number }>
}

const times = 10

/**
 * Ten times the normal social traffic while phone calls arrive: Telegram and WhatsApp in turns, signed, sent again
 * after 503 until they are taken. Waits until every contact has its reservation.
 */
export async function runSocialBurst(system: ContactSystem, plan: BurstPlan): Promise<BurstResult> {
  const { observer } = system
  const watched = await watchReservations(observer.ctx)
  const inspected: Array<[string, PartProcess]> = [
    ['conversation', system.conversation],
    ['routing', system.routing],
  ]
  let people = 0
  let callers = 0
  const stretch = async (seconds: number, socialPerSec: number): Promise<[SentContact[], SentContact[]]> => {
    const { hooksUrl: url } = system
    const { callsPerSec, atOnce } = plan
    const [firstCall, firstPerson] = [callers, people]
    callers += Math.round(seconds * callsPerSec)
    people += Math.round(seconds * socialPerSec)
    return Promise.all([
      sendContacts({
        ...{ url, contacts: callers - firstCall, ratePerSec: callsPerSec, atOnce: 16 },
        contact: (at) => phoneContact(firstCall + at),
      }),
      sendContacts({
        ...{ url, contacts: people - firstPerson, ratePerSec: socialPerSec, atOnce },
        contact: (at) => socialContact(firstPerson + at + 1),
      }),
    ])
  }
  try {
    const calm = await stretch(plan.calmSec, plan.socialPerSec)
    await allReserved(watched, callers + people)
    const before = await memoryOf(inspected)
    const burst = await stretch(plan.burstSec, times * plan.socialPerSec)
    await allReserved(watched, callers + people)
    const after = await memoryOf(inspected)
    const reserved = async ([calls, social]: [SentContact[], SentContact[]]): Promise<Stretch> => ({
      calls: await reservedContacts(observer.ctx, observer.prefix, calls, watched),
      social: await reservedContacts(observer.ctx, observer.prefix, social, watched),
    })
    return {
      calm: await reserved(calm),
      burst: await reserved(burst),
      memory: Object.fromEntries(
        [...before].map(([name, beforeBytes]) => [
          name,
          { beforeBytes, afterBytes: after.get(name) ?? Number.NaN },
        ]),
      ),
    }
  } finally {
    await watched.close()
  }
}

function socialContact(person: number) {
  return person % 2 === 0 ? telegramContact(person) : whatsappContact(person)
}

async function allReserved({ seenAtMs }: WatchedReservations, contacts: number): Promise<void> {
  await until('every contact is reserved', () => seenAtMs.size >= contacts, 300_000)
}

async function memoryOf(parts: ReadonlyArray<[string, PartProcess]>): Promise<Map<string, number>> {
  const bytes = new Map<string, number>()
  for (const [name, part] of parts) {
    const inspector = await inspectProcess(part.process.pid as number, part.inspectPort)
    const { heapUsed, external } = await inspector.memory()
    bytes.set(name, heapUsed + external)
    inspector.close()
  }
  return bytes
}
