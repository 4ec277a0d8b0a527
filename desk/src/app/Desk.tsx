import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { Provider } from 'urql'
import { ThreadShelf } from '../conversation/thread-shelf.ts'
import { ShelfContext } from '../conversation/use-thread.ts'
import { GraphContext, openGraph } from '../graph/client.ts'
import { InboxProvider } from '../inbox/inbox-context.tsx'
import type { Account } from '../session/account.ts'
import { AccountContext } from '../session/account-context.ts'
import { openRoutes } from './routes.tsx'

interface DeskProperties {
  account: Account
  /** The person wants to leave. */
  onLeave: () => void
  /** The server does not know the person any more. */
  onSignInEnded: () => void
}

/** The desk of one signed-in person; everything it knows is thrown away when they leave. */
export function Desk({ account, onLeave, onSignInEnded }: DeskProperties) {
  const { graph, shelf, router } = useMemo(() => {
    const opened = openGraph(onSignInEnded)
    return { graph: opened, shelf: new ThreadShelf(opened), router: openRoutes(account) }
  }, [account, onSignInEnded])
  useEffect(
    () => () => {
      shelf.close()
      graph.live.close()
    },
    [graph, shelf],
  )
  const atDesk = useMemo(() => ({ account, leave: onLeave }), [account, onLeave])
  return (
    <AccountContext value={atDesk}>
      <GraphContext value={graph}>
        <Provider value={graph.client}>
          <ShelfContext value={shelf}>
            <InboxProvider>
              <RouterProvider router={router} />
            </InboxProvider>
          </ShelfContext>
        </Provider>
      </GraphContext>
    </AccountContext>
  )
}
