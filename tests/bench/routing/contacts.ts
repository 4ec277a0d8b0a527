import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { until } from '#platform/testkit/until.ts'
import { type ContactSystem, startContactSystem } from '../../load/contacts/contact-system.ts'
import { telegramContact } from '../../load/contacts/contact-webhook.ts'
import { reservedContacts } from '../../load/contacts/reserved-contacts.ts'
import { type Sending, sendContacts } from '../../load/contacts/send-contacts.ts'
import { watchReservations } from '../../load/contacts/watch-reservations.ts'
import { machine } from '../machine.ts'
import { printTable } from '../print-table.ts'
import { cpuTimeMs } from '../process/cpu-time.ts'
import { quantile } from '../quantile.ts'

/** What one run gave. */
export interface ContactFigures {
  /** From the first webhook to the last durable reservation. */
  contactsPerSec: number
  acceptedPerSec: number
  p50Ms: number
  p99Ms: number
  /** Webhooks answered 503, and sent again. */
  refused: number
  /** CPU of each process for one contact. */
  cpuMs: Record<string, number>
}

/** What is compared: everything in groups, and the same program with groups of one. */
const ways: Record<string, Record<string, string>> = {
  'in groups': {},
  'one by one': { EVENT_BATCH: '1', INTAKE_BATCH: '1' },
}

/**
 * Measures contacts from webhook to durable reservation: real processes (stores, conversation, routing) as `npm start`
 * runs them, on the same cores as the sender. Contacts are first messages of new people; they enter by signed HTTP at
 * the conversation process's own port, behind the router, whose proxy only forwards. A contact counts when another
 * process sees its reservation in the store's majority.
 */
export async function benchContacts(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      contacts: { type: 'string', default: '20000' },
      'one-by-one': { type: 'string', default: '2000' },
      rate: { type: 'string', default: '0' },
      'at-once': { type: 'string', default: '64' },
      agents: { type: 'string', default: '100' },
      'profile-dir': { type: 'string' },
      json: { type: 'string' },
    },
  })
  const contactsOf: Record<string, number> = {
    'in groups': Number(values.contacts),
    'one by one': Number(values['one-by-one']),
  }
  const results: Record<string, ContactFigures> = {}
  for (const [way, env] of Object.entries(ways)) {
    const contacts = contactsOf[way] ?? 0
    if (contacts === 0) continue
    const profileDir = values['profile-dir']
    const system = await startContactSystem({
      agents: Number(values.agents),
      env,
      ...(profileDir ? { profileDir } : {}),
    })
    try {
      results[way] = await measureContacts(system, {
        url: system.hooksUrl,
        contacts,
        ratePerSec: Number(values.rate),
        atOnce: Number(values['at-once']),
        contact: (at) => telegramContact(at + 1),
      })
    } finally {
      await system.stop()
    }
  }
  report(results)
  if (values.json) writeFileSync(values.json, JSON.stringify({ machine: machine(), results }, null, 1))
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
    const contacts = await reservedContacts(observer.ctx, observer.prefix, sent, watched)
    const latencies = contacts.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b)
    const endedAt = contacts.reduce((latest, { reservedAtMs }) => Math.max(latest, reservedAtMs), beganAt)
    return {
      contactsPerSec: (sending.contacts * 1_000) / (endedAt - beganAt),
      acceptedPerSec: (sending.contacts * 1_000) / acceptedMs,
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
      refused: sent.reduce((sum, { refusals }) => sum + refusals, 0),
      cpuMs: Object.fromEntries(
        Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / sending.contacts]),
      ),
    }
  } finally {
    await watched.close()
  }
}

/** CPU so far of each process, and of this one, which sends and watches. */
function cpuOf(system: ContactSystem): Record<string, number> {
  const own = process.cpuUsage()
  return {
    ...Object.fromEntries(Object.entries(system.pids()).map(([name, pid]) => [name, cpuTimeMs(pid)])),
    sender: (own.user + own.system) / 1_000,
  }
}

function report(results: Record<string, ContactFigures>): void {
  const all = Object.entries(results)
  const row = (title: string, show: (figures: ContactFigures) => string) => [
    title,
    ...all.map(([, figures]) => show(figures)),
  ]
  const names = Object.keys(all[0]?.[1].cpuMs ?? {})
  console.log(`\n${machine()}.`)
  console.log(
    'Contacts from signed webhook (HTTP to the conversation process) to durable reservation; sender, stores, conversation and routing on the same cores. Latency counts from the first try and holds the wait after 503.\n',
  )
  printTable(
    ['', ...all.map(([way]) => way)],
    [
      row('contacts/s to the last reservation', ({ contactsPerSec }) => contactsPerSec.toFixed(0)),
      row('webhooks/s taken', ({ acceptedPerSec }) => acceptedPerSec.toFixed(0)),
      row('webhook to reservation, p50', ({ p50Ms }) => `${p50Ms.toFixed(0)} ms`),
      row('webhook to reservation, p99', ({ p99Ms }) => `${p99Ms.toFixed(0)} ms`),
      row('answers of 503', ({ refused }) => String(refused)),
      ...names.map((name) =>
        row(`CPU for a contact: ${name}`, ({ cpuMs }) => `${cpuMs[name]?.toFixed(2)} ms`),
      ),
      row(
        'CPU for a contact: all',
        ({ cpuMs }) =>
          `${Object.values(cpuMs)
            .reduce((a, b) => a + b, 0)
            .toFixed(2)} ms`,
      ),
    ],
  )
}
