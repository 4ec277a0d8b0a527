/** What is asked of every router. */
export const queries = {
  'one subgraph': '{ queues { id name } }',
  'deep, five subgraphs': `{ queue(id: "queue-1") { id name serviceLevel answered waiting(first: 10) {
    id priority dueAt conversation { id status lastMessage { text sequence }
      customer { displayName tier locale } suggestions { id title } } } } }`,
  '100 entities': '{ items(first: 100) { id priority conversation { id status lastMessage { text } } } }',
} as const

export type QueryName = keyof typeof queries
