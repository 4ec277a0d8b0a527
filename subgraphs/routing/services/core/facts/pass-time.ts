import { type CoreState, noteItem } from '../state/core-state.ts'
import { expireSkills } from './change-agent.ts'
import { armReoffer, fileItem } from './file-item.ts'
import { settleRings } from './settle-rings.ts'

/**
 * Goes on to an instant: does what time alone changes until then.
 * @param limit changes at most; the rest stays due
 */
export function passTime(state: CoreState, atMs: number, limit: number): void {
  state.nowMs = Math.max(state.nowMs, atMs)
  let left = limit
  while (left > 0) {
    const timed = state.timers.first()
    if (!timed || timed.dueMs > state.nowMs) return
    left--
    if (timed.kind === 'QUEUE') {
      left -= settleRings(state, timed, left)
    } else if (timed.kind === 'AGENT') {
      expireSkills(state, timed)
    } else if (timed.line) {
      armReoffer(state, timed)
      noteItem(state, timed)
    } else {
      fileItem(state, timed)
    }
  }
}
