import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useClient } from 'urql'
import { WaitingContactsDocument, type WaitingFragment } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { PagedRows, type PagedState, type RowPage } from '../lists/paged-rows.ts'
import type { RowsInView } from '../lists/rows-in-view.ts'

const pageRows = 50
/** A busy queue changes many times a second; nobody reads that fast. */
const refreshMs = 1_500

/** The contacts that wait in a queue, and how to read more of them or again. */
export interface WaitingContacts extends PagedState<WaitingFragment> {
  readMore: () => void
  /** Reads again what is on screen, at once. */
  refresh: () => Promise<void>
}

/**
 * Follows the contacts that wait in a queue, the one due first at the head.
 * @param changed whatever differs when the queue may have changed
 * @param view the rows on screen, which are the ones that are read again
 */
export function useWaitingContacts(
  queueId: string,
  changed: unknown,
  view: { readonly current: Pick<RowsInView, 'from' | 'to'> },
): WaitingContacts {
  const client = useClient()
  const list = useMemo(
    () =>
      new PagedRows<WaitingFragment>(async (after) => {
        const variables = { queueId, first: pageRows, after: after ?? null }
        const { data, error } = await client
          .query(WaitingContactsDocument, variables, { requestPolicy: 'network-only' })
          .toPromise()
        const waiting = data?.queue?.waiting
        if (waiting) return pageOf(waiting)
        return problemOf(error) ?? { code: 'NOT_FOUND' }
      }),
    [client, queueId],
  )
  const refresh = useCallback(() => list.refresh(view.current.from, view.current.to), [list, view])
  const readAtMs = useRef(0)
  useEffect(() => {
    const read = () => {
      readAtMs.current = performance.now()
      void refresh()
    }
    const timer = setTimeout(read, Math.max(0, readAtMs.current + refreshMs - performance.now()))
    return () => clearTimeout(timer)
  }, [refresh, changed])
  const state = useSyncExternalStore(list.subscribe, list.snapshot)
  return { ...state, refresh, readMore: () => void list.readMore() }
}

function pageOf(waiting: {
  nodes: readonly WaitingFragment[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}): RowPage<WaitingFragment> {
  const { hasNextPage, endCursor } = waiting.pageInfo
  return { rows: waiting.nodes, next: hasNextPage && endCursor ? endCursor : undefined }
}
