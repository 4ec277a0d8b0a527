/** Something's id at a provider, on one account of ours. */
export interface Address {
  channel: string
  account: string
  sourceId: string
}

/** Finds the rows of these addresses, by one query of the unique index. */
export function addressFilter(addresses: readonly Address[]): { $or: object[] } {
  const byAccount = Map.groupBy(addresses, ({ channel, account }) => `${channel}:${account}`)
  return {
    $or: [...byAccount.values()].map((own) => ({
      channel: own[0]?.channel,
      account: own[0]?.account,
      sourceId: { $in: own.map(({ sourceId }) => sourceId) },
    })),
  }
}

/** Equal for equal addresses; a channel's and an account's name hold no colon. */
export function addressKey({ channel, account, sourceId }: Address): string {
  return `${channel}:${account}:${sourceId}`
}
