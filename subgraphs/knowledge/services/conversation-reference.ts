/** A conversation as another subgraph refers to it. */
export interface ConversationReference {
  id: string
}
