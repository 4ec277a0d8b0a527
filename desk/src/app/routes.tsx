import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
  useRouteContext,
} from '@tanstack/react-router'
import { BoardView } from '../board/BoardView.tsx'
import { CustomersView } from '../customers/CustomersView.tsx'
import { InboxView } from '../inbox/InboxView.tsx'
import { ArticlesView } from '../knowledge/ArticlesView.tsx'
import type { Account } from '../session/account.ts'
import { landingView, managesRouting, servesCustomers } from '../session/account-context.ts'
import { Frame } from './Frame.tsx'

interface RouteContext {
  account: Account
}

const root = createRootRouteWithContext<RouteContext>()({ component: Frame, notFoundComponent: ToLanding })

function ToLanding() {
  const { account } = useRouteContext({ from: root.id })
  return <Navigate to={landingView(account)} replace />
}

const forAgents = ({ context }: { context: RouteContext }) => {
  if (!servesCustomers(context.account)) redirect({ to: landingView(context.account), throw: true })
}

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context }) => {
    redirect({ to: landingView(context.account), replace: true, throw: true })
  },
})
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: InboxView,
  beforeLoad: forAgents,
})
const conversation = createRoute({ getParentRoute: () => inbox, path: '$conversationId' })
const board = createRoute({ getParentRoute: () => root, path: '/board', component: BoardView })
const boardQueue = createRoute({ getParentRoute: () => board, path: '$queueId' })
const forSupervisors = ({ context }: { context: RouteContext }) => {
  if (!managesRouting(context.account)) redirect({ to: landingView(context.account), throw: true })
}
const administration = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyRouteComponent(
    () => import('../administration/AdministrationView.tsx'),
    'AdministrationView',
  ),
  beforeLoad: forSupervisors,
})
const administrationIndex = createRoute({
  getParentRoute: () => administration,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/administration/queues', replace: true, throw: true })
  },
})
const queueSettings = createRoute({
  getParentRoute: () => administration,
  path: 'queues',
  component: lazyRouteComponent(() => import('../administration/queues/QueuesSection.tsx'), 'QueuesSection'),
})
const queueSettingsEntry = createRoute({ getParentRoute: () => queueSettings, path: '$entryId' })
const customers = createRoute({ getParentRoute: () => root, path: '/customers', component: CustomersView })
const knowledge = createRoute({ getParentRoute: () => root, path: '/knowledge', component: ArticlesView })

const tree = root.addChildren([
  index,
  inbox.addChildren([conversation]),
  board.addChildren([boardQueue]),
  customers,
  knowledge,
  administration.addChildren([administrationIndex, queueSettings.addChildren([queueSettingsEntry])]),
])

/** The desk's addresses, under /desk/. */
export const openRoutes = (account: Account) =>
  createRouter({ routeTree: tree, basepath: '/desk', context: { account }, scrollRestoration: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRoutes>
  }
}
