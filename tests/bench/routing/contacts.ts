import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Connection } from 'mongoose'
import { until } from '#platform/testkit/until.ts'
import { machine } from '../machine.ts'
import { printTable } from '../print-table.ts'
import { cpuTimeMs } from '../process/cpu-time.ts'
import { quantile } from '../quantile.ts'
import { type ContactSystem, startContactSystem } from './contact-system.ts'
import { type Sending, sendContacts } from './send-contacts.ts'
import { watchReservations } from './watch-reservations.ts'

/** What one run gave. */
export interface ContactFigures {
  contactsPerSec: number
  acceptedPerSec: number
  p50Ms: number
  p99Ms: number
  refused: number
  /** CPU of each process for one contact. */
  cpuMs: Record<string, number>
}

/**
 * Measures contacts from webhook to durable reservation. They enter by HTTP at the conversation process's own port
 * (behind the router, whose proxy only forwards); a contact counts when another process sees its reservation in the
 * store's majority.
 */
export async function benchContacts(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      contacts: { type: 'string', default: '10000' },
      rate: { type: 'string', default: '0' },
      'at-once': { type: 'string', default: '64' },
      agents: { type: 'string', default: '100' },
      'profile-dir': { type: 'string' },
      json: { type: 'string' },
    },
  })
  const system = await startContactSystem(Number(values.agents), {}, values['profile-dir'])
  try {
    const sending: Sending = {
      url: system.conversation.url,
      contacts: Number(values.contacts),
      ratePerSec: Number(values.rate),
      atOnce: Number(values['at-once']),
    }
    const figures = await measureContacts(system, sending)
    console.log(machine())
    console.log(figures)
    printTable(
      ['', 'all'],
      [
        ['contacts/s, webhook to durable reservation', figures.contactsPerSec.toFixed(0)],
        ['p50', `${figures.p50Ms.toFixed(0)} ms`],
        ['p99', `${figures.p99Ms.toFixed(0)} ms`],
      ],
    )
    if (values.json)
      writeFileSync(values.json, JSON.stringify({ machine: machine(), sending, figures }, null, 1))
  } finally {
    await system.stop()
  }
}

/** Sends contacts and waits for the reservation of each. */
export async function measureContacts(system: ContactSystem, sending: Sending): Promise<ContactFigures> {
  const { observer } = system
  const watched = await watchReservations(observer.ctx)
  try {
    const before = cpuOf(system)
    const beganAt = performance.now()
    const sent = await sendContacts(sending)
    const acceptedMs = performance.now() - beganAt
    await until('every contact is reserved', () => watched.seenAtMs.size >= sending.contacts, 600_000)
    const after = cpuOf(system)
    const numberOf = await contactsBySession(observer.ctx.db, observer.prefix)
    const latencies = new Float64Array(sending.contacts)
    let endedAt = beganAt
    for (const [sessionId, seenAt] of watched.seenAtMs) {
      const at = numberOf.get(sessionId)
      if (at === undefined) throw new Error(`session ${sessionId} is nobody's`)
      latencies[at] = seenAt - (sent.sentAtMs[at] ?? 0)
      endedAt = Math.max(endedAt, seenAt)
    }
    latencies.sort()
    return {
      contactsPerSec: (sending.contacts * 1_000) / (endedAt - beganAt),
      acceptedPerSec: (sending.contacts * 1_000) / acceptedMs,
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
      refused: sent.refused,
      cpuMs: Object.fromEntries(
        Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / sending.contacts]),
      ),
    }
  } finally {
    await watched.close()
  }
}

function cpuOf(system: ContactSystem): Record<string, number> {
  const own = process.cpuUsage()
  return {
    ...Object.fromEntries(Object.entries(system.pids()).map(([name, pid]) => [name, cpuTimeMs(pid)])),
    load: (own.user + own.system) / 1_000,
  }
}

/** Which contact, counted from 0, each session belongs to. */
async function contactsBySession(routing: Connection, prefix: string): Promise<Map<string, number>> {
  const sessions = routing
    .getClient()
    .db(`${prefix}-conversation`)
    .collection<{ _id: string; sourceId: string }>('sessions')
  const rows = await sessions.find({}, { projection: { sourceId: 1 } }).toArray()
  return new Map(rows.map(({ _id, sourceId }) => [_id, Number(sourceId) - 1]))
}
