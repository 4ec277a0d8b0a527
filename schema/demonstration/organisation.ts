import type { StaffRole } from '#platform/identity/viewer.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { accountArticles } from './articles-accounts.ts'
import { orderArticles } from './articles-orders.ts'

/** Skill id → proficiency from 1 to 5. */
export type Skills = Readonly<Record<string, number>>

/** A member of staff; with skills also an agent that routing knows. */
export interface DemonstrationAccount {
  email: string
  name: string
  roles: StaffRole[]
  skills?: Skills
}

export interface DemonstrationQueue {
  id: string
  name: string
  mediaTypes: MediaType[]
  domain?: string
  requiredSkills: Skills
  /** ISO 8601. */
  reservationTimeout: string
}

/** Made by the router itself, from its configuration. */
export const adminEmail = 'admin@demo.throughline.dev'

const at = (name: string) => `${name}@demo.throughline.dev`

/** The people of the demonstration shop, besides its admin. All have the demonstration's password. */
export const accounts: readonly DemonstrationAccount[] = [
  { email: at('mei.lin'), name: 'Mei Lin', roles: ['supervisor'] },
  {
    email: at('ana.garcia'),
    name: 'Ana García',
    roles: ['agent'],
    skills: { voice: 5, chat: 4, email: 3, billing: 3, en: 5 },
  },
  {
    email: at('jonas.weber'),
    name: 'Jonas Weber',
    roles: ['agent'],
    skills: { chat: 5, social: 4, technical: 4, en: 4 },
  },
  {
    email: at('wang.fang'),
    name: '王芳 (Wang Fang)',
    roles: ['agent'],
    skills: { voice: 3, chat: 5, social: 4, billing: 3, zh: 5, en: 3 },
  },
  {
    email: at('sam.okafor'),
    name: 'Sam Okafor',
    roles: ['agent'],
    skills: { voice: 4, social: 4, email: 4, technical: 5, en: 5 },
  },
  { email: at('noor.haddad'), name: 'Noor Haddad', roles: ['knowledge-editor'] },
]

/** Where contacts wait; what fits nowhere goes to the product's own queue "General". */
export const queues: readonly DemonstrationQueue[] = [
  {
    id: 'phone',
    name: 'Phone',
    mediaTypes: ['VOICE'],
    requiredSkills: { voice: 1 },
    reservationTimeout: 'PT15S',
  },
  {
    id: 'web-chat',
    name: 'Web chat',
    mediaTypes: ['CHAT'],
    requiredSkills: { chat: 1 },
    reservationTimeout: 'PT30S',
  },
  {
    id: 'social',
    name: 'Social',
    mediaTypes: ['SOCIAL'],
    requiredSkills: { social: 1 },
    reservationTimeout: 'PT1M',
  },
  {
    id: 'billing',
    name: 'Billing',
    mediaTypes: ['VOICE', 'CHAT', 'SOCIAL', 'EMAIL'],
    domain: 'billing',
    requiredSkills: { billing: 1 },
    reservationTimeout: 'PT30S',
  },
]

/** What the shop knows. */
export const articles = [...orderArticles, ...accountArticles] as const
