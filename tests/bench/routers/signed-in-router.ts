import { startStores } from '#platform/stores/start-stores.ts'
import { testPrefix } from '#platform/testkit/test-config.ts'
import { startRouterProcess } from '../../load/system/router-process.ts'
import type { Contestant, Federation } from './contestants.ts'

/** One person's allowance of requests is far below what is measured; more people share fewer equal reads. */
const agents = 4

/**
 * The product's router as `npm start` runs it, on stores of its own, with every limit at its default; its clients are
 * agents who have signed in.
 */
export async function startSignedInRouter(name: string, federation: Federation): Promise<Contestant> {
  const { folder, supergraph, subgraphUrls } = federation
  const stores = await startStores({ durable: false, log: console })
  try {
    Object.assign(process.env, { MONGODB_URI: stores.mongodbUri, VALKEY_URL: stores.valkeyUrl })
    const router = await startRouterProcess({
      ...{ prefix: testPrefix(), folder, supergraph, subgraphUrls },
      env: { NODE_ENV: 'production' },
    })
    const { pid } = router.process
    if (pid === undefined) throw new Error(`${name} has ended`)
    const headers: Contestant['headers'] = []
    for (let agent = 0; agent < agents; agent++) {
      headers.push({ authorization: `Bearer ${await router.agentToken()}` })
    }
    return {
      name,
      url: `${router.url}/graphql`,
      headers,
      pid,
      inspectPort: router.inspectPort,
      async stop() {
        await router.process.stop()
        await stores.stop()
      },
    }
  } catch (error) {
    await stores.stop()
    throw error
  }
}
