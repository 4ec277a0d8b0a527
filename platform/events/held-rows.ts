import { lanes } from '../queues/lanes.ts'
import { laneOfRow, type OutboxRow } from './outbox.ts'

/** Rows of the outbox that a relay holds in memory: given out by urgency, those of one lane as they came. */
export class HeldRows {
  private readonly rowsOf = new Map(lanes.map((lane) => [lane, [] as OutboxRow[]]))

  get size(): number {
    let size = 0
    for (const rows of this.rowsOf.values()) size += rows.length
    return size
  }

  add(rows: readonly OutboxRow[]): void {
    for (const row of rows) this.rowsOf.get(laneOfRow(row))?.push(row)
  }

  /** Takes so many rows out. */
  take(limit: number): OutboxRow[] {
    const taken: OutboxRow[] = []
    for (const rows of this.rowsOf.values()) {
      if (taken.length < limit) taken.push(...rows.splice(0, limit - taken.length))
    }
    return taken
  }
}
