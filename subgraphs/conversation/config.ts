import { z } from 'zod'
import { serviceConfig } from '#platform/config/service-config.ts'
import { adapters } from './adapters/adapters.ts'
import type { AccountBase } from './adapters/contract.ts'

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'has to be 1 to 41 of a-z, 0-9 and -')
const accountList = z.array(z.looseObject({ channel: name, account: name }))

/** `TELEGRAM_API_URL` and its like: the provider's address for all accounts of a channel that name none. */
function apiUrlOf(channel: string): string | undefined {
  return process.env[`${channel.toUpperCase().replaceAll('-', '_')}_API_URL`] || undefined
}

const channelAccounts = z
  .string()
  .default('[]')
  .transform((text, context): AccountBase[] => {
    const refuse = (reason: string): never => {
      context.addIssue(reason)
      return z.NEVER
    }
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      return refuse('has to be a JSON array')
    }
    const list = accountList.safeParse(json)
    if (!list.success) return refuse(z.prettifyError(list.error))
    const accounts = new Map<string, AccountBase>()
    for (const given of [{ channel: 'web-chat', account: 'main' }, ...list.data]) {
      const id = `${given.channel}:${given.account}`
      const adapter = adapters.get(given.channel)
      if (!adapter) return refuse(`${id}: there is no channel "${given.channel}"`)
      const apiUrl = apiUrlOf(given.channel)
      const account = adapter.account.safeParse({ ...(apiUrl ? { apiUrl } : {}), ...given })
      if (!account.success) {
        // Only which field is wrong: the values are secrets.
        return refuse(
          `${id}: ${account.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join(', ')}`,
        )
      }
      accounts.set(id, account.data)
    }
    return [...accounts.values()]
  })

/** What this subgraph reads from its environment. */
export const conversationConfig = serviceConfig.extend({
  /** Our accounts on the channels: JSON `[{ "channel", "account", … }]`; `web-chat:main` is always there. */
  CHANNEL_ACCOUNTS: channelAccounts,
  /** Shards of each lane of intake; one transaction at a time works in each. */
  INTAKE_SHARDS: z.coerce.number().int().min(1).max(256).default(16),
  /** Payloads that are worked off in one transaction at most. */
  INTAKE_BATCH: z.coerce.number().int().min(1).max(1_000).default(50),
  /** Chat payloads that may wait; further ones are answered 503, and their sender comes again. Calls are never refused. */
  INTAKE_BACKLOG_CHAT: z.coerce.number().int().min(1).default(10_000),
  /** Social payloads that may wait. */
  INTAKE_BACKLOG_SOCIAL: z.coerce.number().int().min(1).default(5_000),
  /** E-mail payloads that may wait. */
  INTAKE_BACKLOG_MAIL: z.coerce.number().int().min(1).default(5_000),
  /** Tries of an inbound payload before it becomes a dead letter. */
  INTAKE_ATTEMPTS: z.coerce.number().int().min(1).max(20).default(5),
  /** After this long a payload or message that nobody works on is taken up by the sweeper. */
  SWEEP_AFTER_MS: z.coerce.number().int().min(50).max(600_000).default(5_000),
  /** Tries of a message to a provider. */
  DELIVERY_ATTEMPTS: z.coerce.number().int().min(1).max(20).default(6),
  /** Hours that a raw payload stays after its work; requirement: 72 at most. */
  RAW_PAYLOAD_HOURS: z.coerce.number().min(0).max(72).default(72),
  /** Days that a payload stays that could not be processed. */
  DEAD_PAYLOAD_DAYS: z.coerce.number().min(1).max(365).default(30),
})

export type ConversationConfig = z.output<typeof conversationConfig>
