/** The event topic of a conversation's messages, as the SDL's `@live` writes it. */
export function messagesTopic(conversationId: string): string {
  return `conversation:${conversationId}:messages`
}

/** The state topic of a conversation. */
export function conversationTopic(conversationId: string): string {
  return `conversation:${conversationId}`
}
