import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import { loadConfig } from '#platform/config/load-config.ts'
import { createLogger } from '#platform/log/logger.ts'
import { openSubgraph, type Subgraph } from '#platform/server/open-subgraph.ts'
import type { SubgraphDefinition } from '#platform/server/subgraph-definition.ts'
import { dropEverything } from '#platform/testkit/drop-everything.ts'
import { testConfig, testEnvironment, testPrefix, testPrivateJwk } from '#platform/testkit/test-config.ts'
import { openRouter, type Router, type RouterParts } from '../../../router/front/open-router.ts'
import { routerConfig } from '../../../router/front/router-config.ts'
import { conversationSubgraph } from './subgraphs/conversation.ts'
import { customerSubgraph } from './subgraphs/customer.ts'

export const adminEmail = 'admin@front.test'
export const adminPassword = 'correct horse battery'

export interface TestSystem {
  readonly router: Router
  readonly prefix: string
  readonly conversation: ReturnType<typeof conversationSubgraph>
  readonly customer: ReturnType<typeof customerSubgraph>
  /** The running conversation subgraph; another one after `restart`. */
  subgraph(): Subgraph
  stopConversation(): Promise<void>
  startConversation(): Promise<void>
  /** Another router on the same stores and subgraphs. */
  anotherRouter(env?: Record<string, string>, parts?: Partial<RouterParts>): Promise<Router>
  /** Composes the subgraphs' schemas, changed as told. */
  supergraph(change?: (sdl: string, subgraph: string) => string): string
  /** The file that the routers follow gets another content, at once. */
  publish(supergraph: string): void
  /** Where the routers' supergraph lies. */
  readonly supergraphFile: string
  stop(): Promise<void>
}

/** The real router before two small real subgraphs, on the real stores. */
export async function startTestSystem(
  env: Record<string, string> = {},
  parts: Partial<RouterParts> = {},
  subgraphEnv: Record<string, string> = {},
): Promise<TestSystem> {
  const prefix = testPrefix()
  const folder = mkdtempSync(join(tmpdir(), 'front-test-'))
  const conversation = conversationSubgraph()
  const customer = customerSubgraph()
  const open = (definition: SubgraphDefinition, port = 0) =>
    openSubgraph(definition, testConfig(prefix, undefined, { PORT: String(port), ...subgraphEnv }))
  let running: Subgraph | undefined = await open(conversation.definition)
  const { port } = running
  const customers = await open(customer.definition)

  const supergraphFile = join(folder, 'supergraph.graphql')
  const supergraph: TestSystem['supergraph'] = (change = (sdl) => sdl) =>
    composeTest([conversation.definition, customer.definition], change)
  writeFileSync(supergraphFile, supergraph())
  const urls = { conversation: `${running.url}/graphql`, customer: `${customers.url}/graphql` }
  const routers: Router[] = []
  const anotherRouter = async (own: Record<string, string> = {}, more: Partial<RouterParts> = {}) => {
    const config = loadConfig(routerConfig, {
      ...testEnvironment(prefix),
      PORT: '0',
      IDENTITY_PRIVATE_JWK: testPrivateJwk,
      SUPERGRAPH_FILE: supergraphFile,
      SUBGRAPH_URLS: JSON.stringify(urls),
      BOOTSTRAP_ADMIN_EMAIL: adminEmail,
      BOOTSTRAP_ADMIN_PASSWORD: adminPassword,
      // The product's own faces ask for more than this small graph has.
      DESK_DIST: folder,
      WIDGET_DIST: folder,
      ...env,
      ...own,
    })
    // 0 takes a free port; an empty variable would count as not set, a zero does not.
    const log = createLogger('router', process.env.LOG_LEVEL ?? 'silent')
    const router = await openRouter(config, { log, ...parts, ...more })
    routers.push(router)
    return router
  }
  const router = await anotherRouter()

  return {
    router,
    prefix,
    conversation,
    customer,
    subgraph() {
      if (!running) throw new Error('the conversation subgraph is stopped')
      return running
    },
    async stopConversation() {
      await running?.stop()
      running = undefined
    },
    async startConversation() {
      running = await open(conversation.definition, port)
    },
    anotherRouter,
    supergraph,
    publish(next) {
      writeFileSync(`${supergraphFile}.next`, next)
      renameSync(`${supergraphFile}.next`, supergraphFile)
    },
    supergraphFile,
    async stop() {
      await Promise.all(routers.map((one) => one.stop()))
      await running?.stop()
      await customers.stop()
      rmSync(folder, { recursive: true })
      for (const name of ['conversation', 'customer', 'router'])
        await dropEverything(testConfig(prefix), name)
    },
  }
}

function composeTest(
  definitions: SubgraphDefinition[],
  change: (sdl: string, subgraph: string) => string,
): string {
  const { supergraphSdl, errors } = composeServices(
    definitions.map(({ name, schema }) => ({
      name,
      url: 'http://127.0.0.1:9/graphql',
      typeDefs: parse(change(readFileSync(schema, 'utf8'), name)),
    })),
  )
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}
