type Listener = (text: string) => void

const composers = new Map<string, Listener>()

/** A conversation's composer takes texts from elsewhere until the returned function is called. */
export function takeInserts(conversationId: string, listener: Listener): () => void {
  composers.set(conversationId, listener)
  return () => {
    if (composers.get(conversationId) === listener) composers.delete(conversationId)
  }
}

/** Puts a text into the conversation's composer, at the caret. @returns false when there is no composer now */
export function insertIntoComposer(conversationId: string, text: string): boolean {
  const listener = composers.get(conversationId)
  listener?.(text)
  return listener !== undefined
}
