/** A conversation as routing knows it: by id. It belongs to the conversation subgraph. */
export interface ConversationReference {
  id: string
}
