import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startContactSystem } from '../../load/contacts/contact-system.ts'
import type { ReservedContact } from '../../load/contacts/reserved-contacts.ts'
import { type BurstPlan, type BurstResult, runSocialBurst } from '../../load/contacts/social-burst.ts'
import { machine } from '../machine.ts'
import { printTable } from '../print-table.ts'
import { quantile } from '../quantile.ts'

/**
 * Measures phone calls in a burst of ten times the normal social traffic: all five subgraphs and the router as
 * `npm start` runs them, webhooks by signed HTTP at the router's port, from the first try to the reservation that
 * another process sees in the store's majority.
 */
export async function benchBurst(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      social: { type: 'string', default: '20' },
      calls: { type: 'string', default: '5' },
      'calm-seconds': { type: 'string', default: '20' },
      'burst-seconds': { type: 'string', default: '60' },
      'at-once': { type: 'string', default: '1000' },
      agents: { type: 'string', default: '20' },
      backlog: { type: 'string' },
      json: { type: 'string' },
    },
  })
  const plan: BurstPlan = {
    calmSec: Number(values['calm-seconds']),
    burstSec: Number(values['burst-seconds']),
    socialPerSec: Number(values.social),
    callsPerSec: Number(values.calls),
    atOnce: Number(values['at-once']),
  }
  const system = await startContactSystem({
    agents: Number(values.agents),
    whole: true,
    env: values.backlog ? { INTAKE_BACKLOG_SOCIAL: values.backlog } : {},
  })
  try {
    const result = await runSocialBurst(system, plan)
    report(plan, result)
    if (values.json) writeFileSync(values.json, JSON.stringify({ machine: machine(), plan, result }, null, 1))
  } finally {
    await system.stop()
  }
}

function report(
  { socialPerSec, callsPerSec, burstSec }: BurstPlan,
  { calm, burst, memory }: BurstResult,
): void {
  console.log(`\n${machine()}.`)
  console.log(
    `${socialPerSec} social messages/s, then ${10 * socialPerSec}/s for ${burstSec} s, ${callsPerSec} calls/s all the time. Sender, stores, five subgraphs and the router on the same cores. Latency counts from the first try to the durable reservation.\n`,
  )
  const row = (title: string, contacts: readonly ReservedContact[]) => {
    const latencies = contacts.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b)
    const ms = (share: number) => `${quantile(latencies, share).toFixed(0)} ms`
    const again = contacts.filter(({ refusals }) => refusals > 0).length
    return [title, String(contacts.length), String(again), ms(0.5), ms(0.99), ms(1)]
  }
  printTable(
    ['', 'sent, all reserved', 'after 503', 'p50', 'p99', 'longest'],
    [
      row('calls, calm', calm.calls),
      row('social, calm', calm.social),
      row('calls, burst', burst.calls),
      row('social, burst', burst.social),
    ],
  )
  const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
  for (const [name, { beforeBytes, afterBytes }] of Object.entries(memory)) {
    console.log(
      `Memory of ${name} after collection: ${megabytes(beforeBytes)} before the burst, ${megabytes(afterBytes)} after it.`,
    )
  }
}
