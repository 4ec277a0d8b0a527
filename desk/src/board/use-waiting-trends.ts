import { useMemo } from 'react'
import { type Graph, useGraph } from '../graph/client.ts'
import { WaitingTrends } from './waiting-trends.ts'

/** Kept while the person is signed in: a look at another view does not lose the line. */
const kept = new WeakMap<Graph, WaitingTrends>()

/** The trends of all queues, this state of the board included. */
export function useWaitingTrends(
  board: { at: string; queues: readonly { id: string; waitingCount: number }[] } | undefined,
): WaitingTrends {
  const graph = useGraph()
  return useMemo(() => {
    const trends = kept.get(graph) ?? new WaitingTrends()
    kept.set(graph, trends)
    // The same state may be noted again without a change.
    if (board) trends.note(Date.parse(board.at), board.queues)
    return trends
  }, [graph, board])
}
