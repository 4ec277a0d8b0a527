/** A session as routing knows it: by id. It belongs to the conversation subgraph. */
export interface SessionReference {
  id: string
}
