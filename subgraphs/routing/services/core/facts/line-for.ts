import type { CoreState } from '../state/core-state.ts'
import { canonicalNeeds } from '../state/demands.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import { createLine, type Line } from '../state/line.ts'
import { mediaCount, mediaIndex } from '../state/profile.ts'
import { attachLine, detachLine } from './attach-line.ts'

/** The line in which an item of this ring stands; made when it is the first. */
export function lineFor(state: CoreState, { queue, item }: ItemEntry, ring: number): Line {
  const { mediaType, requires, onlyAgentId } = item
  const isOrdinary = onlyAgentId === undefined && !requires?.length
  const index = ring * mediaCount + mediaIndex[mediaType]
  const ordinary = isOrdinary ? queue.ordinary[index] : undefined
  if (ordinary) return ordinary
  const key = `${mediaType}/${ring}${specialKey(requires, onlyAgentId)}`
  const known = queue.lines.get(key)
  if (known) return known
  const special = {
    ...(onlyAgentId !== undefined && { onlyAgentId }),
    ...(requires?.length && { requires }),
  }
  const line = createLine({ key, queue, mediaType, ring, special })
  queue.lines.set(key, line)
  if (isOrdinary) queue.ordinary[index] = line
  attachLine(state, line)
  return line
}

/** Forgets a line that nobody stands in; a queue keeps its ordinary ones, which are soon used again. */
export function dropLine(state: CoreState, line: Line): void {
  if (line.open.items.size > 0 || line.held.items.size > 0) return
  const { queue, special, ring, mediaType } = line
  const isOrdinary = special.onlyAgentId === undefined && !special.requires
  if (isOrdinary && queue.state) return
  detachLine(state, line)
  queue.lines.delete(line.key)
  if (isOrdinary) queue.ordinary[ring * mediaCount + mediaIndex[mediaType]] = undefined
}

function specialKey(
  requires: ItemEntry['item']['requires'],
  onlyAgentId: ItemEntry['item']['onlyAgentId'],
): string {
  if (onlyAgentId !== undefined) return `/agent:${onlyAgentId}`
  return requires?.length ? `/${JSON.stringify(canonicalNeeds([[]], requires))}` : ''
}
