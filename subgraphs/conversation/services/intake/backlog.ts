import type { ConversationService } from '../../context.ts'
import { type Lane, lanes, RawPayloads } from '../../models/raw-payload.ts'

/** How many payloads wait in each lane, known without asking the store for each webhook. */
export interface Backlog {
  /**
   * Lets a payload in, and counts it. A lane that holds as many as it may lets nobody in until it has less.
   * @returns false when the sender has to come again
   */
  admit(lane: Lane): boolean
}

/** How old a count may get. Between two counts a lane can pass its bound by what other processes let in. */
const countEveryMs = 500

interface LaneState {
  counted: number
  admittedSince: number
  countedAtMs: number
  counting: boolean
}

/**
 * Bounds what waits in each lane, so that a burst ends at its senders and not in our stores. Between two counts only
 * what is let in is added, so the estimate errs towards more. Calls are let in always: their number is bounded by the
 * telephone lines, and their sender would not come again in time.
 */
export function createBacklog(ctx: ConversationService): Backlog {
  const { INTAKE_BACKLOG_CHAT, INTAKE_BACKLOG_SOCIAL, INTAKE_BACKLOG_MAIL } = ctx.config
  const bounds: Readonly<Record<Lane, number>> = {
    voice: Number.POSITIVE_INFINITY,
    chat: INTAKE_BACKLOG_CHAT,
    social: INTAKE_BACKLOG_SOCIAL,
    mail: INTAKE_BACKLOG_MAIL,
  }
  const states = Object.fromEntries(
    lanes.map((lane): [Lane, LaneState] => [
      lane,
      { counted: 0, admittedSince: 0, countedAtMs: Number.NEGATIVE_INFINITY, counting: false },
    ]),
  ) as Record<Lane, LaneState>

  async function count(lane: Lane): Promise<void> {
    const state = states[lane]
    state.counting = true
    const before = state.admittedSince
    try {
      state.counted = await RawPayloads(ctx.db).countDocuments(
        { lane, state: 'PENDING' },
        { limit: bounds[lane], hint: 'pending_by_shard' },
      )
      // What was let in while it was counted may be in the count or not: it is added.
      state.admittedSince -= before
      if (state.counted >= bounds[lane]) {
        ctx.log.warn({ lane, waiting: state.counted }, 'a lane is full: its senders are asked to come again')
      }
    } catch (err) {
      ctx.log.warn({ err, lane }, 'what waits in a lane could not be counted')
    } finally {
      state.counting = false
      state.countedAtMs = performance.now()
    }
  }

  return {
    admit(lane) {
      if (bounds[lane] === Number.POSITIVE_INFINITY) return true
      const state = states[lane]
      if (!state.counting && performance.now() - state.countedAtMs > countEveryMs) void count(lane)
      if (state.counted + state.admittedSince >= bounds[lane]) return false
      state.admittedSince += 1
      return true
    },
  }
}
