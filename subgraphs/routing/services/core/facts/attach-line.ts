import { advanceMsOf } from '../ring-of.ts'
import { agentOf, type CoreState } from '../state/core-state.ts'
import { canonicalNeeds, demandFor, releaseDemand } from '../state/demands.ts'
import type { Line } from '../state/line.ts'
import { fileRow } from './file-row.ts'

/** Puts a line where its agents find it: with the others that ask the same of an agent. */
export function attachLine(state: CoreState, line: Line): void {
  const { queue, ring, special, mediaType } = line
  const rings = queue.state?.rings ?? []
  const alternatives = rings[ring]?.alternatives
  line.advanceMs = advanceMsOf(rings, ring)
  if (special.onlyAgentId !== undefined) {
    const agent = agentOf(state, special.onlyAgentId)
    line.demand = demandFor(state.demands, state.profiles, mediaType, [], agent)
  } else if (alternatives) {
    const needSets = canonicalNeeds(alternatives, special.requires ?? [])
    line.demand = demandFor(state.demands, state.profiles, mediaType, needSets)
  }
  if (line.demand) line.demand.lines++
  fileRow(state, line.open)
  fileRow(state, line.held)
}

/** Takes a line from where its agents find it; its items stay in it. */
export function detachLine(state: CoreState, line: Line): void {
  const { demand } = line
  if (!demand) return
  for (const row of [line.open, line.held]) {
    const rows = row === line.open ? demand.open : demand.held
    if (row.head) rows.delete(row)
    row.head = undefined
    row.headMs = 0
  }
  const { openMs, heldMs } = state.demands
  openMs[demand.index] = demand.open.first()?.headMs ?? Number.POSITIVE_INFINITY
  heldMs[demand.index] = demand.held.first()?.headMs ?? Number.POSITIVE_INFINITY
  line.demand = undefined
  demand.lines--
  releaseDemand(state.demands, demand)
}
