import type { Dispatcher } from '../../../../subgraphs/routing/services/simulation/dispatcher.ts'
import { drawContacts } from '../../../../subgraphs/routing/services/simulation/draw-contacts.ts'
import { simulate } from '../../../../subgraphs/routing/services/simulation/simulate.ts'
import { busyDay, dayMs } from './busy-day.ts'
import { createDayTally, type DayFigures } from './day-figures.ts'

/** Plays the day of a seed with a way of routing: equal seeds are equal days for all of them. */
export function playDay(dispatcher: Dispatcher, agents: number, seed: number): DayFigures {
  const { centre, demands } = busyDay(agents, seed)
  const tally = createDayTally(dayMs)
  const contacts = drawContacts(demands, dayMs, seed)
  const loads = simulate(dispatcher, { centre, contacts, untilMs: dayMs, seen: tally.seen })
  return tally.figures(loads)
}
