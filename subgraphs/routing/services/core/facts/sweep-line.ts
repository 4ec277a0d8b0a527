import { addItem } from '../state/agenda.ts'
import type { CoreState } from '../state/core-state.ts'
import { compareInLine, type ItemEntry } from '../state/item-entry.ts'
import type { Line } from '../state/line.ts'

/** Has all items of a line looked at, in order, as long as somebody has room for them. */
export function sweepLine(state: CoreState, line: Line): void {
  const first = line.open.items.first()
  if (!first || !line.demand) return
  if (!state.deciding) {
    state.agenda.everything = true
    return
  }
  state.agenda.sweeping.add(line)
  addItem(state.agenda, first)
}

/** Goes on with a line that is swept, from the item behind this one; the sweep ends when there is none. */
export function sweepOn(state: CoreState, line: Line, after: ItemEntry): void {
  if (!state.agenda.sweeping.has(line)) return
  const next = line.open.items.firstWhere((other) => compareInLine(other, after) > 0)
  if (next) addItem(state.agenda, next)
  else state.agenda.sweeping.delete(line)
}
