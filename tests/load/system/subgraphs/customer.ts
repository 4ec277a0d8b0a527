import { startSubgraph } from '#platform/server/start-subgraph.ts'
import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'

/** How often this process was asked for a person. */
let executions = 0

/** Gives the messages' authors their names. */
export const customerSubgraph: SubgraphDefinition = {
  name: 'customer',
  schema: new URL('./customer.graphql', import.meta.url),
  resolvers: {
    Query: { customers: () => [] },
    Person: {
      __resolveReference: ({ id }: { id: string }) => {
        executions++
        return { id }
      },
      name: ({ id }: { id: string }) => `Person ${id}`,
    },
  },
  routes(app) {
    app.get('/figures', () => ({ executions }))
  },
}

if (import.meta.main) await startSubgraph(customerSubgraph)
