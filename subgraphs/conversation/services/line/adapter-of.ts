import { adapters } from '../../adapters/adapters.ts'
import type { AccountBase, ChannelAdapter } from '../../adapters/contract.ts'
import type { ConversationService } from '../../context.ts'

/** A channel's adapter. @throws Error when this installation has no such channel any more */
export function adapterOf(channel: string): ChannelAdapter {
  const adapter = adapters.get(channel)
  if (!adapter) throw new Error(`there is no adapter for the channel ${channel}`)
  return adapter
}

/** Our account on a channel; undefined when it is not configured. */
export function accountOf(
  ctx: ConversationService,
  channel: string,
  account: string,
): AccountBase | undefined {
  return ctx.config.CHANNEL_ACCOUNTS.find((known) => known.channel === channel && known.account === account)
}
