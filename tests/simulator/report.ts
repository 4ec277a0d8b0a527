import { median } from '../bench/median.ts'
import { printTable } from '../bench/print-table.ts'
import { simulatedChannels } from './options.ts'
import type { SimulationResult } from './simulate.ts'

/** Prints what happened on each channel, seen from the customers' side. */
export function report({ outcomes, agentErrors, wallMs }: SimulationResult): void {
  const seconds = (ms: number) => (Number.isNaN(ms) ? '–' : `${(ms / 1000).toFixed(1)} s`)
  const row = (name: string, mine: typeof outcomes) => {
    const waits = mine.flatMap(({ answeredAfterMs }) =>
      answeredAfterMs === undefined ? [] : [answeredAfterMs],
    )
    const sorted = [...waits].sort((a, b) => a - b)
    return [
      name,
      String(mine.length),
      String(waits.length),
      String(mine.filter(({ failure }) => failure !== undefined).length),
      seconds(median(waits)),
      seconds(sorted[Math.ceil(sorted.length * 0.9) - 1] ?? Number.NaN),
      String(mine.reduce((sum, { sent }) => sum + sent, 0)),
      String(mine.reduce((sum, { received }) => sum + received, 0)),
    ]
  }
  console.log(`\n${outcomes.length} contacts in ${(wallMs / 1000).toFixed(1)} s\n`)
  printTable(
    ['channel', 'contacts', 'answered', 'failed', 'median wait', 'p90 wait', 'messages in', 'answers out'],
    [
      ...simulatedChannels
        .map((channel) => [channel, outcomes.filter((outcome) => outcome.channel === channel)] as const)
        .filter(([, mine]) => mine.length > 0)
        .map(([channel, mine]) => row(channel, mine)),
      row('all', outcomes),
    ],
  )
  const failures = new Map<string, number>()
  for (const { channel, failure } of outcomes) {
    if (failure) failures.set(`${channel}: ${failure}`, (failures.get(`${channel}: ${failure}`) ?? 0) + 1)
  }
  for (const [failure, count] of failures) console.log(`${count} × ${failure}`)
  for (const error of new Set(agentErrors)) console.log(`agent: ${error}`)
}
