import type { CoreState } from '../state/core-state.ts'
import type { Row } from '../state/line.ts'

/** Files a row of a line under its first item, after its items changed. */
export function fileRow(state: CoreState, row: Row): void {
  const { line } = row
  const { demand } = line
  if (!demand) return
  const head = row.items.first()
  const headMs = head ? head.item.orderAtMs - line.advanceMs : 0
  if (head === row.head && headMs === row.headMs) return
  const rows = row === line.open ? demand.open : demand.held
  if (row.head) rows.delete(row)
  row.head = head
  row.headMs = headMs
  if (head) rows.add(row)
  const firsts = row === line.open ? state.demands.openMs : state.demands.heldMs
  firsts[demand.index] = rows.first()?.headMs ?? Number.POSITIVE_INFINITY
}
