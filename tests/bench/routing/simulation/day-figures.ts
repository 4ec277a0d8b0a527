import type { MediaType } from '#schema/events/vocabulary.ts'
import type { AgentLoad } from '../../../../subgraphs/routing/services/simulation/agent-load.ts'
import type { ContactOutcome } from '../../../../subgraphs/routing/services/simulation/contact-outcome.ts'

/** How a day went. */
export interface DayFigures {
  /** Share of all contacts that were answered within their target; who gave up counts against it. */
  serviceLevel: number
  byKind: Record<MediaType, number>
  /** The least service level of any queue. */
  worstQueue: number
  worstQueueId: string
  /** Time on duty weighted by the share of capacity in use, over all agents. */
  occupancy: number
  /** Standard deviation of the agents' occupancy, each weighted by their time on duty. */
  occupancySpread: number
  /** The same, of the share of time with anything in hand. */
  busySpread: number
  abandonRate: number
}

/** @param untilMs contacts whose target passes later are not counted: they may still be answered in time */
export function createDayTally(untilMs: number) {
  const all = { counted: 0, met: 0, abandoned: 0 }
  const kinds = new Map<MediaType, { counted: number; met: number }>()
  const queues = new Map<string, { counted: number; met: number }>()
  const shareOf = ({ counted, met } = { counted: 0, met: 0 }) => met / counted
  return {
    seen({ contact, kind, waitMs }: ContactOutcome) {
      if (contact.arrivesAtMs + contact.targetMs > untilMs) return
      const met = kind === 'ANSWERED' && waitMs <= contact.targetMs ? 1 : 0
      all.counted += 1
      all.met += met
      if (kind === 'ABANDONED') all.abandoned += 1
      for (const [counts, key] of [
        [kinds, contact.mediaType],
        [queues, contact.queueId],
      ] as [Map<string, { counted: number; met: number }>, string][]) {
        const count = counts.get(key) ?? { counted: 0, met: 0 }
        counts.set(key, { counted: count.counted + 1, met: count.met + met })
      }
    },
    figures(loads: readonly AgentLoad[]): DayFigures {
      const worst = [...queues].reduce((least, queue) =>
        shareOf(queue[1]) < shareOf(least[1]) ? queue : least,
      )
      return {
        serviceLevel: shareOf(all),
        byKind: {
          VOICE: shareOf(kinds.get('VOICE')),
          CHAT: shareOf(kinds.get('CHAT')),
          SOCIAL: shareOf(kinds.get('SOCIAL')),
          EMAIL: shareOf(kinds.get('EMAIL')),
        },
        worstQueue: shareOf(worst[1]),
        worstQueueId: worst[0],
        ...spreadOf(loads),
        abandonRate: all.abandoned / all.counted,
      }
    },
  }
}

function spreadOf(loads: readonly AgentLoad[]) {
  const onDutyMs = loads.reduce((sum, load) => sum + load.onDutyMs, 0)
  const deviation = (share: (load: AgentLoad) => number) => {
    const mean = loads.reduce((sum, load) => sum + share(load) * load.onDutyMs, 0) / onDutyMs
    const squares = loads.reduce((sum, load) => sum + load.onDutyMs * (share(load) - mean) ** 2, 0)
    return { mean, spread: Math.sqrt(squares / onDutyMs) }
  }
  const occupancy = deviation((load) => load.usedMs / load.onDutyMs)
  return {
    occupancy: occupancy.mean,
    occupancySpread: occupancy.spread,
    busySpread: deviation((load) => load.busyMs / load.onDutyMs).spread,
  }
}
