import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'

/** Gives people their names, and counts how often it is asked for them. */
export function customerSubgraph(): { definition: SubgraphDefinition; asked: { entities: number } } {
  const asked = { entities: 0 }
  return {
    asked,
    definition: {
      name: 'customer',
      schema: new URL('./customer.graphql', import.meta.url),
      resolvers: {
        Query: {
          customers: () => [{ id: 'p1' }],
          echo: (_parent: unknown, { data, filter }: { data?: unknown; filter?: unknown }) => data ?? filter,
        },
        Person: {
          __resolveReference: ({ id }: { id: string }) => {
            asked.entities++
            return { id }
          },
          name: ({ id }: { id: string }) => `Person ${id}`,
          friends: (_parent: unknown, { first }: { first: number }) =>
            Array.from({ length: first }, (_, index) => ({ id: `p${index}` })),
        },
      },
    },
  }
}
