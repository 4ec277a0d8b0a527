import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { administration } from '../administration/routes.ts'
import { SectionProblem } from '../administration/SectionProblem.tsx'
import { BoardView } from '../board/BoardView.tsx'
import { ReadAlongView } from '../conversation/ReadAlongView.tsx'
import { CustomersView } from '../customers/CustomersView.tsx'
import { InboxView } from '../inbox/InboxView.tsx'
import { ArticlesView } from '../knowledge/ArticlesView.tsx'
import type { Account } from '../session/account.ts'
import { landingView, servesCustomers } from '../session/account-context.ts'
import { type RouteContext, root } from './root-route.tsx'

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
const readAlong = createRoute({
  getParentRoute: () => root,
  path: '/conversations/$conversationId',
  component: ReadAlongView,
})
const training = createRoute({
  getParentRoute: () => root,
  path: '/training',
  component: lazyRouteComponent(() => import('../training/TrainingView.tsx'), 'TrainingView'),
  errorComponent: SectionProblem,
  beforeLoad: forAgents,
})
const customers = createRoute({ getParentRoute: () => root, path: '/customers', component: CustomersView })
const knowledge = createRoute({ getParentRoute: () => root, path: '/knowledge', component: ArticlesView })

const tree = root.addChildren([
  index,
  inbox.addChildren([conversation]),
  board.addChildren([boardQueue]),
  readAlong,
  training,
  customers,
  knowledge,
  administration,
])

/** The desk's addresses, under /desk/. */
export const openRoutes = (account: Account) =>
  createRouter({ routeTree: tree, basepath: '/desk', context: { account }, scrollRestoration: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRoutes>
  }
}
