import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startStores } from '#platform/stores/start-stores.ts'
import { testEnvironment, testPrefix } from '#platform/testkit/test-config.ts'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import { partFlags } from '../../../platform/supervisor/node-flags.ts'
import type { RoutingConfig } from '../../../subgraphs/routing/config.ts'
import { routingSubgraph } from '../../../subgraphs/routing/definition.ts'
import { Agents } from '../../../subgraphs/routing/models/agent.ts'
import { Queues } from '../../../subgraphs/routing/models/queue.ts'
import { saveAgent } from '../../../subgraphs/routing/services/agents/save-agent.ts'
import { setPresence } from '../../../subgraphs/routing/services/agents/set-presence.ts'
import { testAccounts } from '../../../subgraphs/conversation/testkit/accounts.ts'
import { type PartProcess, startPart } from '../../load/system/part-process.ts'
import { productPace } from '../../load/system/product-pace.ts'

/** Stores as `npm start` brings them, and the processes that a contact passes, each its own. */
export interface ContactSystem {
  readonly conversation: PartProcess
  readonly routing: PartProcess
  /** Looks into routing's database; does no work. */
  readonly observer: TestService<RoutingConfig>
  /** Process ids by name, the stores' too. */
  pids(): Record<string, number>
  stop(): Promise<void>
}

/** Room for every contact of a measurement, so that only the way there is measured. */
const endlessCapacity = { total: 100_000_000, voice: 1, chat: 1, social: 1, email: 1 }

/**
 * Starts durable stores, conversation and routing, with agents who have room for all that comes. Nobody answers: offers
 * ring for as long as the measurement lasts.
 * @param env for the two subgraphs, besides the product's defaults
 * @param profileDir where each subgraph writes a CPU profile when it ends
 */
export async function startContactSystem(
  agents: number,
  env: Record<string, string> = {},
  profileDir?: string,
): Promise<ContactSystem> {
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
      env: {},
      log: { info: () => undefined, warn: console.warn },
    })
    undo.push(stores.stop)
    Object.assign(process.env, { MONGODB_URI: stores.mongodbUri, VALKEY_URL: stores.valkeyUrl })
    const prefix = testPrefix()
    const partEnv = {
      ...process.env,
      ...testEnvironment(prefix, { LOG_LEVEL: 'warn', NODE_ENV: 'production', ...productPace }),
      CHANNEL_ACCOUNTS: testAccounts(),
      ...env,
    }
    const profile = profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : []
    const subgraph = async (name: string) => {
      const part = await startPart({
        name,
        flags: [...partFlags, ...profile],
        args: [fileURLToPath(new URL(`../../../subgraphs/${name}/server.ts`, import.meta.url))],
        folder,
        env: partEnv,
      })
      undo.push(() => part.process.stop())
      return part
    }
    const observer = await createTestService({ ...routingSubgraph, prefix, working: false })
    undo.push(() => observer.close())
    await staff(observer, agents)
    const conversation = await subgraph('conversation')
    const routing = await subgraph('routing')
    return {
      conversation,
      routing,
      observer,
      pids: () => ({
        conversation: conversation.process.pid as number,
        routing: routing.process.pid as number,
        ...stores.pids(),
      }),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function staff({ ctx }: TestService<RoutingConfig>, agents: number): Promise<void> {
  await Queues(ctx.db).updateMany({}, { $set: { reservationTimeoutMs: 3_600_000 } })
  for (let at = 1; at <= agents; at++) {
    await saveAgent(ctx, { _id: `agent-${at}`, name: `Agent ${at}`, skills: [] })
  }
  await Agents(ctx.db).updateMany({}, { $set: { capacity: endlessCapacity, free: endlessCapacity.total } })
  for (let at = 1; at <= agents; at++) await setPresence(ctx, `agent-${at}`, 'AVAILABLE')
}
