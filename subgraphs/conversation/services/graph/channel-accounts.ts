import type { ConversationService } from '../../context.ts'
import type { MediaType } from '../../models/session.ts'
import { adapterOf } from '../line/adapter-of.ts'

/** An account of ours, without its secrets. */
export interface KnownAccount {
  id: string
  channel: string
  account: string
  mediaType: MediaType
  webhookPath: string | null
}

/** Our accounts on the channels. */
export function channelAccounts(ctx: ConversationService): KnownAccount[] {
  return ctx.config.CHANNEL_ACCOUNTS.map(({ channel, account }) => {
    const { mediaType, capabilities } = adapterOf(channel)
    const webhookPath = capabilities.webhooks ? `/hooks/${channel}/${account}` : null
    return { id: `${channel}:${account}`, channel, account, mediaType, webhookPath }
  })
}
