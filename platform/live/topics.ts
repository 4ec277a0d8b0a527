import type { ClientSession } from 'mongoose'
import type { Metrics } from '../metrics/create-metrics.ts'
import type { Transactions } from '../service/transactions.ts'
import type { LiveCursors } from './cursors.ts'
import { eventSource } from './event-source.ts'
import { type LiveSource, liveIterator } from './live-iterator.ts'
import type { LiveTopics } from './live-topics.ts'
import type { Signals } from './signals.ts'
import { stateSource } from './state-source.ts'

const signalled = Symbol('signalled')

/** The live topics of one process; see LiveTopics. */
export function createLiveTopics(
  signals: Signals,
  cursors: LiveCursors,
  heartbeatMs: number,
  transactions: Transactions,
  metrics: Metrics,
): LiveTopics {
  function tell(topic: string, head: number, session: ClientSession | undefined): void {
    if (!session) return signals.send(new Map([[topic, head]]))
    // Fifty changes of one board in one transaction are one signal.
    const heads = transactions.gathered(session, signalled, () => {
      const gathered = new Map<string, number>()
      transactions.afterCommit(session, () => signals.send(gathered))
      return gathered
    })
    heads.set(topic, Math.max(heads.get(topic) ?? 0, head))
  }

  function counted<T>(kind: 'STATE' | 'EVENT', source: LiveSource<T>): LiveSource<T> {
    metrics.liveSubscribers.inc({ kind })
    return {
      next: () => source.next(),
      ...(source.beginning ? { beginning: source.beginning } : {}),
      close() {
        metrics.liveSubscribers.dec({ kind })
        source.close()
      },
    }
  }

  return {
    changed: (topic, session) => tell(topic, 0, session),
    advanced: (topic, sequence, session) => tell(topic, sequence, session),
    state: (topic, read, options) =>
      liveIterator(() => counted('STATE', stateSource(signals, heartbeatMs, topic, read, options))),
    events: (topic, options) =>
      liveIterator(() => counted('EVENT', eventSource(signals, cursors, heartbeatMs, topic, options))),
    cursor: cursors.at,
    sequenceOf: cursors.sequenceOf,
  }
}
