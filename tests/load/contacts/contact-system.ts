import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startStores } from '#platform/stores/start-stores.ts'
import { dropEverything } from '#platform/testkit/drop-everything.ts'
import { testConfig, testEnvironment, testPrefix } from '#platform/testkit/test-config.ts'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import { partFlags } from '../../../platform/supervisor/node-flags.ts'
import { testAccounts } from '../../../subgraphs/conversation/testkit/accounts.ts'
import type { RoutingConfig } from '../../../subgraphs/routing/config.ts'
import { routingSubgraph } from '../../../subgraphs/routing/definition.ts'
import { Queues } from '../../../subgraphs/routing/models/queue.ts'
import { saveAgent } from '../../../subgraphs/routing/services/agents/save-agent.ts'
import { setPresence } from '../../../subgraphs/routing/services/agents/set-presence.ts'
import { type PartProcess, startPart } from '../system/part-process.ts'
import { productPace } from '../system/product-pace.ts'
import { startRouterProcess } from '../system/router-process.ts'

/** Stores as `npm start` brings them, and the processes that a contact passes, each its own. */
export interface ContactSystem {
  /** Where webhooks are sent: the router where there is one, else the conversation process. */
  readonly hooksUrl: string
  readonly conversation: PartProcess
  readonly routing: PartProcess
  /** Looks into routing's database; does no work. */
  readonly observer: TestService<RoutingConfig>
  /** Process ids by name, the stores' too. */
  pids(): Record<string, number>
  stop(): Promise<void>
}

export interface ContactSystemOptions {
  /** Agents who have room for 10,000 contacts each. */
  agents: number
  /** All five subgraphs and the router before them; otherwise only those that a contact passes up to its reservation. */
  whole?: boolean
  /** The stores that MONGODB_URI and VALKEY_URL name; otherwise fresh durable ones, as `npm start` begins with. */
  givenStores?: boolean
  /** For the subgraphs, besides the product's defaults. */
  env?: Record<string, string>
  /** Where each subgraph writes a CPU profile when it ends. */
  profileDir?: string
}

const root = new URL('../../../', import.meta.url)

/** Room for every contact of a measurement, so that only the way there is measured. */
const largeCapacity = { total: 10_000, voice: 1, chat: 1, social: 1, email: 1 }

/** Starts it. Nobody answers: offers ring for as long as the measurement lasts. */
export async function startContactSystem(options: ContactSystemOptions): Promise<ContactSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-contacts-'))
  const undo: Array<() => Promise<unknown> | void> = [
    () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  ]
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    const stores = await startStores({
      dataDir: join(folder, 'data'),
      durable: true,
      ...(options.givenStores ? {} : { env: {} }),
      log: { info: () => undefined, warn: console.warn },
    })
    undo.push(stores.stop)
    Object.assign(process.env, { MONGODB_URI: stores.mongodbUri, VALKEY_URL: stores.valkeyUrl })
    const prefix = testPrefix()
    undo.push(() => dropAll(prefix))
    const partEnv: Record<string, string> = {
      ...testEnvironment(prefix, { LOG_LEVEL: 'warn', NODE_ENV: 'production', ...productPace }),
      CHANNEL_ACCOUNTS: testAccounts(),
      ...options.env,
    }
    const profile = options.profileDir ? ['--cpu-prof', `--cpu-prof-dir=${options.profileDir}`] : []
    const parts = new Map<string, PartProcess>()
    const start = async (name: string): Promise<PartProcess> => {
      const part = await startPart({
        name,
        flags: [...partFlags, ...profile],
        args: [fileURLToPath(new URL(`subgraphs/${name}/server.ts`, root))],
        folder,
        env: { ...process.env, ...partEnv },
      })
      undo.push(() => part.process.stop())
      parts.set(name, part)
      return part
    }
    const observer = await createTestService({ ...routingSubgraph, prefix, working: false })
    undo.push(() => observer.close())
    await staff(observer, options.agents)
    const conversation = await start('conversation')
    const routing = await start('routing')
    let hooksUrl = conversation.url
    if (options.whole) {
      for (const name of ['customer', 'knowledge', 'metrics']) await start(name)
      const subgraphUrls = Object.fromEntries([...parts].map(([name, { url }]) => [name, `${url}/graphql`]))
      const supergraph = readFileSync(new URL('schema/supergraph.graphql', root), 'utf8')
      const router = await startRouterProcess({ prefix, folder, supergraph, subgraphUrls, env: partEnv })
      undo.push(() => router.process.stop())
      parts.set('router', router)
      hooksUrl = router.url
    }
    const pidOf = ([name, part]: [string, PartProcess]) => [name, part.process.pid as number]
    return {
      hooksUrl,
      conversation,
      routing,
      observer,
      pids: () => ({ ...Object.fromEntries([...parts].map(pidOf)), ...stores.pids() }),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function dropAll(prefix: string): Promise<void> {
  for (const name of ['conversation', 'routing', 'customer', 'knowledge', 'metrics', 'router']) {
    await dropEverything(testConfig(prefix), name)
  }
}

async function staff({ ctx }: TestService<RoutingConfig>, agents: number): Promise<void> {
  await Queues(ctx.db).updateMany({}, { $set: { reservationTimeoutMs: 3_600_000 } })
  for (let at = 1; at <= agents; at++) {
    await saveAgent(ctx, { _id: `agent-${at}`, name: `Agent ${at}`, skills: [], capacity: largeCapacity })
    await setPresence(ctx, `agent-${at}`, 'AVAILABLE')
  }
}
