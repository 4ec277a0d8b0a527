import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createRoutingCore } from '../../../../subgraphs/routing/services/core/create-routing-core.ts'
import type { Dispatcher } from '../../../../subgraphs/routing/services/simulation/dispatcher.ts'
import { printTable } from '../../print-table.ts'
import type { DayFigures } from './day-figures.ts'
import { createPeer } from './peer.ts'
import { anybody, longestIdle, roundRobin } from './peer-rules.ts'
import { playDay } from './play-day.ts'

const core = 'the core'

/** The ways of routing, each made anew for a day. */
const contestants: Record<string, (seed: number) => Dispatcher> = {
  [core]: () => createRoutingCore(),
  'first in, first out': (seed) => createPeer({ urgentKindsFirst: false, choose: anybody(seed) }),
  'round robin (Chatwoot)': () => createPeer({ urgentKindsFirst: false, choose: roundRobin() }),
  'longest idle': () => createPeer({ urgentKindsFirst: false, choose: longestIdle() }),
  'first in, calls first': (seed) => createPeer({ urgentKindsFirst: true, choose: anybody(seed) }),
  'round robin, calls first': () => createPeer({ urgentKindsFirst: true, choose: roundRobin() }),
  'longest idle, calls first': () => createPeer({ urgentKindsFirst: true, choose: longestIdle() }),
}

/**
 * Plays a multi-skill, multi-channel day with the core and with other ways of routing: the same contacts, agents,
 * handle times and capacity. Deterministic by the seeds; nothing of it depends on the machine.
 */
export async function benchSimulation(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      agents: { type: 'string', default: '130,110,95,80' },
      // The core's weights were found on days 1 to 3: others judge them.
      'first-day': { type: 'string', default: '101' },
      days: { type: 'string', default: '5' },
      json: { type: 'string' },
    },
  })
  const levels = String(values.agents).split(',').map(Number)
  const seeds = Array.from({ length: Number(values.days) }, (_, n) => Number(values['first-day']) + n)
  const played = levels.map((agents) => ({
    agents,
    days: Object.entries(contestants).map(([name, make]) => ({
      name,
      figures: seeds.map((seed) => playDay(make(seed), agents, seed)),
    })),
  }))
  for (const { agents, days } of played) {
    console.log(
      `\nA day with ${agents} agents in three shifts; means of ${seeds.length} days (seeds ${seeds.join(', ')}).\n`,
    )
    report(days)
  }
  if (values.json) writeFileSync(String(values.json), JSON.stringify(played, null, 1))
}

interface Played {
  name: string
  figures: DayFigures[]
}

function report(days: readonly Played[]): void {
  const mean = (figures: readonly DayFigures[], figure: (day: DayFigures) => number) =>
    figures.reduce((sum, day) => sum + figure(day), 0) / figures.length
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  printTable(
    [
      '',
      'service level',
      'calls',
      'chats',
      'social',
      'e-mail',
      'worst queue',
      'occupancy',
      'its spread',
      'busy spread',
      'gave up',
      'core better on all three',
    ],
    days.map(({ name, figures }) => [
      name,
      percent(mean(figures, (day) => day.serviceLevel)),
      ...(['VOICE', 'CHAT', 'SOCIAL', 'EMAIL'] as const).map((kind) =>
        percent(mean(figures, (day) => day.byKind[kind])),
      ),
      percent(mean(figures, (day) => day.worstQueue)),
      percent(mean(figures, (day) => day.occupancy)),
      percent(mean(figures, (day) => day.occupancySpread)),
      percent(mean(figures, (day) => day.busySpread)),
      percent(mean(figures, (day) => day.abandonRate)),
      name === core ? '' : `${wins(days, figures)} of ${figures.length} days`,
    ]),
  )
}

/** On how many days the core had the better service level, worst queue and spread, all three. */
function wins(days: readonly Played[], figures: readonly DayFigures[]): number {
  const own = days.find(({ name }) => name === core)?.figures ?? []
  return figures.filter((day, at) => {
    const ours = own[at]
    return (
      ours !== undefined &&
      ours.serviceLevel > day.serviceLevel &&
      ours.worstQueue > day.worstQueue &&
      ours.occupancySpread < day.occupancySpread
    )
  }).length
}
