import { type CoreState, queueOf } from '../state/core-state.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import type { WaitingItem } from '../waiting-item.ts'
import { fileItem, takeItem } from './file-item.ts'

/** Takes in that an item waits, unless something newer is known of it. */
export function changeItem(state: CoreState, item: WaitingItem): void {
  const known = state.items.get(item.id)
  if (known && (item.version < known.version || (item.version === known.version && known.waits))) return
  if (known) takeItem(state, known)
  const entry = known ?? createEntry(state, item)
  entry.item = item
  entry.version = item.version
  entry.waits = true
  entry.waitsFromMs = Math.max(item.queuedAtMs, item.notBeforeMs ?? 0)
  state.items.set(item.id, entry)
  if (!state.reservations.has(item.id)) fileItem(state, entry)
}

/** Takes in that an item is over for routing; a reservation of it goes on until it is closed. */
export function forgetItem(state: CoreState, workItemId: string, version: number | undefined): void {
  const entry = state.items.get(workItemId)
  if (!entry || (version !== undefined && version < entry.version)) return
  takeItem(state, entry)
  state.items.delete(workItemId)
}

function createEntry(state: CoreState, item: WaitingItem): ItemEntry {
  return {
    kind: 'ITEM',
    id: item.id,
    item,
    version: item.version,
    waits: true,
    waitsFromMs: item.queuedAtMs,
    queue: queueOf(state, item.queueId),
    filed: false,
    line: undefined,
    holder: undefined,
    dueMs: Number.POSITIVE_INFINITY,
    agendaMs: undefined,
  }
}
