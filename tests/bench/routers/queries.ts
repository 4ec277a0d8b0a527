/** One of the operations that every router is asked. */
export interface BenchQuery {
  name: string
  query: string
  /** The variables of the request with this number; of two numbers no subgraph is asked anything equal. */
  variables(number: number): Record<string, unknown>
}

/** What is asked of every router. */
export const queries: BenchQuery[] = [
  {
    name: 'one subgraph',
    query: 'query ($from: Int!) { queues(from: $from) { id name } }',
    variables: (number) => ({ from: number * 5 }),
  },
  {
    name: 'deep, five subgraphs',
    query: `query ($id: ID!) { queue(id: $id) { id name serviceLevel answered waiting(first: 10) {
      id priority dueAt conversation { id status lastMessage { text sequence }
        customer { displayName tier locale } suggestions { id title } } } } }`,
    variables: (number) => ({ id: `queue-${number}` }),
  },
  {
    name: '100 entities',
    query: `query ($from: Int!) { items(first: 100, from: $from) {
      id priority conversation { id status lastMessage { text } } } }`,
    variables: (number) => ({ from: number * 100 }),
  },
]

/**
 * What concurrent requests have in common. Equal: everything, as when a room of agents opens the same board, so that
 * sharing pays. Distinct: nothing that could be shared, so that each request costs what it costs.
 */
export const loadKinds = ['equal', 'distinct'] as const

export type LoadKind = (typeof loadKinds)[number]
