import { createRootRouteWithContext, Navigate, useRouteContext } from '@tanstack/react-router'
import type { Account } from '../session/account.ts'
import { landingView } from '../session/account-context.ts'
import { Frame } from './Frame.tsx'

/** What every address knows. */
export interface RouteContext {
  account: Account
}

/** The frame around every view. Addresses that do not exist lead to where this person begins. */
export const root = createRootRouteWithContext<RouteContext>()({
  component: Frame,
  notFoundComponent: ToLanding,
})

function ToLanding() {
  const { account } = useRouteContext({ from: root.id })
  return <Navigate to={landingView(account)} replace />
}
