/** The longest text the graph takes in one message, in characters. */
const longestAnywhere = 4_000

/** What a channel carries in one message, in characters, where that is less. */
const longestByChannel: Record<string, number> = {
  sms: 1_600,
}

/** How many characters one message on this channel may have. */
export const channelLimit = (channel: string): number => longestByChannel[channel] ?? longestAnywhere
