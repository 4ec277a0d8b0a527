import { BookOpen, Inbox, LayoutDashboard, Users } from 'lucide-react'

/** The desk's views, in the order of the rail. */
export const views = [
  { to: '/inbox', word: 'nav.inbox', icon: Inbox },
  { to: '/board', word: 'nav.board', icon: LayoutDashboard },
  { to: '/customers', word: 'nav.customers', icon: Users },
  { to: '/knowledge', word: 'nav.knowledge', icon: BookOpen },
] as const

/** One of them. */
export type View = (typeof views)[number]
