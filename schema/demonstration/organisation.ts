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
  /** Skills that are certified, and for how many more days. */
  certifiedDays?: Readonly<Record<string, number>>
}

/** Something that agents can serve. */
export interface DemonstrationSkill {
  id: string
  name: string
  kind: 'CHANNEL' | 'DOMAIN' | 'LANGUAGE' | 'SPECIAL'
  mediaType?: MediaType
  domain?: string
  /** Everybody has it, at this proficiency. */
  basicProficiency?: number
}

/** Agents who get skills together. */
export interface DemonstrationGroup {
  id: string
  name: string
  grants: Skills
  /** E-mails. */
  members: string[]
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
    certifiedDays: { billing: 21, voice: 200 },
  },
  {
    email: at('sam.okafor'),
    name: 'Sam Okafor',
    roles: ['agent'],
    skills: { voice: 4, social: 4, email: 4, technical: 5, en: 5 },
  },
  { email: at('noor.haddad'), name: 'Noor Haddad', roles: ['knowledge-editor'] },
]

/** What agents can serve: channels, business domains, languages, and what is special. */
export const skills: readonly DemonstrationSkill[] = [
  { id: 'voice', name: 'Phone', kind: 'CHANNEL', mediaType: 'VOICE' },
  { id: 'chat', name: 'Chat', kind: 'CHANNEL', mediaType: 'CHAT' },
  { id: 'social', name: 'Social', kind: 'CHANNEL', mediaType: 'SOCIAL' },
  { id: 'email', name: 'E-mail', kind: 'CHANNEL', mediaType: 'EMAIL' },
  { id: 'billing', name: 'Billing', kind: 'DOMAIN', domain: 'billing' },
  { id: 'technical', name: 'Technical', kind: 'DOMAIN', domain: 'technical' },
  { id: 'en', name: 'English', kind: 'LANGUAGE' },
  { id: 'zh', name: '中文 (Chinese)', kind: 'LANGUAGE' },
  { id: 'vip', name: 'Important customers', kind: 'SPECIAL' },
  { id: 'courtesy', name: 'Courtesy and privacy', kind: 'SPECIAL', basicProficiency: 3 },
]

export const skillGroups: readonly DemonstrationGroup[] = [
  { id: 'vip-desk', name: 'VIP desk', grants: { vip: 4 }, members: [at('ana.garcia'), at('wang.fang')] },
]

/** Two agents serve billing and one certification runs out: two more are to learn it. */
export const training = { skillId: 'billing', targetLevel: 3, places: 2 } as const

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
