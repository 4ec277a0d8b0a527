/** A queue as another subgraph refers to it. */
export interface QueueReference {
  id: string
}
