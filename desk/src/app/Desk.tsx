import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Provider } from 'urql'
import { ThreadShelf } from '../conversation/thread-shelf.ts'
import { ShelfContext } from '../conversation/use-thread.ts'
import { type Graph, GraphContext, openGraph } from '../graph/client.ts'
import { InboxProvider } from '../inbox/inbox-context.tsx'
import type { Account } from '../session/account.ts'
import { AccountContext } from '../session/account-context.ts'
import { SteeringProvider } from '../steering/SteeringProvider.tsx'
import { ToastContext } from '../toasts/toast-context.ts'
import { ToastShelf } from '../toasts/toast-shelf.ts'
import { openRoutes } from './routes.tsx'

interface DeskProperties {
  account: Account
  /** The person wants to leave. */
  onLeave: () => void
  /** The server does not know the person any more. */
  onSignInEnded: () => void
}

interface DeskParts {
  graph: Graph
  shelf: ThreadShelf
  toasts: ToastShelf
  router: ReturnType<typeof openRoutes>
}

/** The desk of one signed-in person; everything it knows is thrown away when they leave. */
export function Desk({ account, onLeave, onSignInEnded }: DeskProperties) {
  const [parts, setParts] = useState<DeskParts>()
  useEffect(() => {
    const graph = openGraph(onSignInEnded)
    const shelf = new ThreadShelf(graph)
    setParts({ graph, shelf, toasts: new ToastShelf(), router: openRoutes(account) })
    return () => {
      shelf.close()
      graph.live.close()
    }
  }, [account, onSignInEnded])
  const atDesk = useMemo(() => ({ account, leave: onLeave }), [account, onLeave])
  if (!parts) return null
  const { graph, shelf, toasts, router } = parts
  return (
    <AccountContext value={atDesk}>
      <GraphContext value={graph}>
        <Provider value={graph.client}>
          <ShelfContext value={shelf}>
            <ToastContext value={toasts}>
              <InboxProvider>
                <SteeringProvider>
                  <RouterProvider router={router} />
                </SteeringProvider>
              </InboxProvider>
            </ToastContext>
          </ShelfContext>
        </Provider>
      </GraphContext>
    </AccountContext>
  )
}
