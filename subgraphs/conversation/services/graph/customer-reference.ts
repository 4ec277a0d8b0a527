/** A customer as this subgraph knows one: by id. The profile belongs to the customer subgraph. */
export interface CustomerReference {
  id: string
}
