import type { Account } from '../session/account.ts'
import { managesRouting, servesCustomers } from '../session/account-context.ts'
import { BookOpen, GraduationCap, Inbox, LayoutDashboard, SlidersHorizontal, Users } from 'lucide-react'

/** The desk's views, in the order of the rail. */
export const views = [
  { to: '/inbox', word: 'nav.inbox', icon: Inbox },
  { to: '/board', word: 'nav.board', icon: LayoutDashboard },
  { to: '/customers', word: 'nav.customers', icon: Users },
  { to: '/knowledge', word: 'nav.knowledge', icon: BookOpen },
  { to: '/training', word: 'nav.training', icon: GraduationCap },
  { to: '/administration', word: 'nav.administration', icon: SlidersHorizontal },
] as const

/** One of them. */
export type View = (typeof views)[number]

/** The views that this person has. */
export const viewsOf = (account: Account): View[] =>
  views.filter(({ to }) => {
    if (to === '/inbox' || to === '/training') return servesCustomers(account)
    return to !== '/administration' || managesRouting(account)
  })
