import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureClocks } from '../../load/clocks/measure-clocks.ts'
import { startOrganisation } from '../../scenarios/organisation.ts'
import { machine } from '../machine.ts'
import { printTable } from '../print-table.ts'
import { quantile } from '../quantile.ts'

/**
 * Measures how late a subscribed client hears of SLA warnings and breaches: clocks of seconds in a whole system, through
 * its router, with routing killed in the middle.
 */
export async function benchTimers(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      clocks: { type: 'string', default: '10000' },
      'spread-sec': { type: 'string', default: '60' },
      'setup-sec': { type: 'string', default: '60' },
      json: { type: 'string' },
    },
    // Run with all the others it is given their options.
    strict: false,
  })
  const organisation = await startOrganisation()
  try {
    const figures = await measureClocks(organisation, {
      clocks: Number(values.clocks),
      spreadMs: Number(values['spread-sec']) * 1_000,
      setupMs: Number(values['setup-sec']) * 1_000,
    })
    console.log(machine())
    console.log(
      `${values.clocks} clocks over ${values['spread-sec']} s: ${figures.events} events, ${figures.lost} lost, ` +
        `${figures.repeated} twice, ${figures.outOfOrder} out of order, ${figures.early} early; ` +
        `routing killed in the middle, away for ${figures.outageMs} ms`,
    )
    const row = (title: string, lateMs: readonly number[]) => [
      title,
      ...[0.5, 0.99, 1].map((share) => `${quantile(lateMs, share).toFixed(0)} ms`),
      String(lateMs.length),
    ]
    printTable(
      ['late', 'p50', 'p99', 'most', 'events'],
      [
        row('at the client', figures.lateMs),
        row('noticed by routing', figures.noticedLateMs),
        row('at the client, due while routing was away', figures.lateAfterRestartMs),
      ],
    )
    if (typeof values.json === 'string') writeFileSync(values.json, JSON.stringify(figures, null, 2))
  } finally {
    await organisation.stop()
  }
}
