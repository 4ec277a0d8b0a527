import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { type RouteContext, root } from '../app/root-route.tsx'
import { landingView, managesRouting } from '../session/account-context.ts'
import { SectionProblem } from './SectionProblem.tsx'

const forSupervisors = ({ context }: { context: RouteContext }) => {
  if (!managesRouting(context.account)) redirect({ to: landingView(context.account), throw: true })
}

const view = createRoute({
  getParentRoute: () => root,
  path: '/administration',
  component: lazyRouteComponent(() => import('./AdministrationView.tsx'), 'AdministrationView'),
  errorComponent: SectionProblem,
  beforeLoad: forSupervisors,
})
const index = createRoute({
  getParentRoute: () => view,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/administration/queues', replace: true, throw: true })
  },
})
const queues = createRoute({
  getParentRoute: () => view,
  path: 'queues',
  component: lazyRouteComponent(() => import('./queues/QueuesSection.tsx'), 'QueuesSection'),
  errorComponent: SectionProblem,
})
const queue = createRoute({ getParentRoute: () => queues, path: '$entryId' })
const sla = createRoute({
  getParentRoute: () => view,
  path: 'sla',
  component: lazyRouteComponent(() => import('./sla/SlaSection.tsx'), 'SlaSection'),
  errorComponent: SectionProblem,
})
const policy = createRoute({ getParentRoute: () => sla, path: '$entryId' })
const calendars = createRoute({
  getParentRoute: () => view,
  path: 'calendars',
  component: lazyRouteComponent(() => import('./calendars/CalendarsSection.tsx'), 'CalendarsSection'),
  errorComponent: SectionProblem,
})
const calendar = createRoute({ getParentRoute: () => calendars, path: '$entryId' })
const agents = createRoute({
  getParentRoute: () => view,
  path: 'agents',
  component: lazyRouteComponent(() => import('./agents/AgentsSection.tsx'), 'AgentsSection'),
  errorComponent: SectionProblem,
})
const agent = createRoute({ getParentRoute: () => agents, path: '$entryId' })
const skills = createRoute({
  getParentRoute: () => view,
  path: 'skills',
  component: lazyRouteComponent(() => import('./skills/SkillsSection.tsx'), 'SkillsSection'),
  errorComponent: SectionProblem,
})
const skill = createRoute({ getParentRoute: () => skills, path: '$entryId' })
const groups = createRoute({
  getParentRoute: () => view,
  path: 'groups',
  component: lazyRouteComponent(() => import('./groups/GroupsSection.tsx'), 'GroupsSection'),
  errorComponent: SectionProblem,
})
const group = createRoute({ getParentRoute: () => groups, path: '$entryId' })
const training = createRoute({
  getParentRoute: () => view,
  path: 'training',
  component: lazyRouteComponent(() => import('./training/TrainingSection.tsx'), 'TrainingSection'),
  errorComponent: SectionProblem,
})
const whatIf = createRoute({
  getParentRoute: () => view,
  path: 'what-if',
  component: lazyRouteComponent(() => import('./what-if/WhatIfSection.tsx'), 'WhatIfSection'),
  errorComponent: SectionProblem,
})

/** The administration's addresses. What stands behind each is loaded when it is opened. */
export const administration = view.addChildren([
  index,
  queues.addChildren([queue]),
  sla.addChildren([policy]),
  calendars.addChildren([calendar]),
  agents.addChildren([agent]),
  skills.addChildren([skill]),
  groups.addChildren([group]),
  training,
  whatIf,
])
