import { serversNeeded } from '../../simulation/erlang-c.ts'
import type { Demand } from './measure-demand.ts'

const hourMs = 3_600_000
/** Above this, agents work without a pause, and lines grow. */
const maxOccupancy = 0.85
/** The part of the contacts that is to be answered in time. */
const serviceLevel = 0.8

/**
 * Agents whom the busiest hours need at once: as many as Erlang C wants for 80 % answered in time, and so many that
 * nobody is busier than 85 % of it. At least one where anybody asks. A contact that takes a third of an agent is a
 * third of a contact to Erlang, which is cautious: three thirds spread their load better than one whole.
 */
export function requiredAgents({
  busyHourLoad,
  arrivals,
  waiting,
  handleMs,
  targetMs,
}: Pick<Demand, 'busyHourLoad' | 'arrivals' | 'waiting' | 'handleMs' | 'targetMs'>): number {
  if (arrivals === 0 && waiting === 0) return 0
  const restful = Math.max(1, Math.ceil(busyHourLoad / maxOccupancy))
  if (busyHourLoad <= 0 || handleMs <= 0) return restful
  const line = { arrivalsPerHour: (busyHourLoad * hourMs) / handleMs, handleTimeMs: handleMs }
  return Math.max(restful, serversNeeded(line, targetMs, serviceLevel))
}
