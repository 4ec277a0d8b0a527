import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import { dropEverything } from '#platform/testkit/drop-everything.ts'
import { testConfig, testEnvironment, testPrefix } from '#platform/testkit/test-config.ts'
import { partFlags } from '../../../platform/supervisor/node-flags.ts'
import { type PartProcess, startPart } from './part-process.ts'
import { type RouterProcess, startRouterProcess } from './router-process.ts'

/** The product's router before two subgraphs, each a process of its own that a test may kill. */
export interface LiveSystem {
  readonly router: RouterProcess
  /** The replica that the router asks. */
  readonly conversation: PartProcess
  /** Another replica of the same subgraph, which adds the messages and is never killed. */
  readonly publisher: PartProcess
  readonly customer: PartProcess
  stop(): Promise<void>
}

/** Follows the messages of a conversation, with a field of another subgraph. */
export const followMessages = `subscription ($id: ID!, $after: String) {
  messageAdded(conversationId: $id, after: $after) { sequence text author { name } } }`

/** A few accounts stand for thousands of people, so what one viewer may hold is raised; all else is at its default. */
const roomForClients = { MAX_CONNECTIONS_PER_VIEWER: '20000', MAX_SUBSCRIPTIONS_PER_VIEWER: '20000' }

/** Starts everything on the stores that MONGODB_URI and VALKEY_URL name; `env` is for every part. */
export async function startLiveSystem(env: Record<string, string> = {}): Promise<LiveSystem> {
  const prefix = testPrefix()
  // Once for all: replicas of one subgraph have the same secrets.
  const partEnv = testEnvironment(prefix, { LOG_LEVEL: 'warn', ...roomForClients, ...env })
  const folder = mkdtempSync(join(tmpdir(), 'throughline-load-'))
  const undo: Array<() => Promise<unknown> | void> = [
    () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
    () =>
      Promise.all(
        ['conversation', 'customer', 'router'].map((name) => dropEverything(testConfig(prefix), name)),
      ),
  ]
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  const subgraph = async (name: string, file = name) => {
    const part = await startPart({
      name,
      flags: partFlags,
      args: [fileURLToPath(new URL(`./subgraphs/${file}.ts`, import.meta.url))],
      folder,
      env: { ...process.env, ...partEnv },
    })
    undo.push(() => part.process.stop())
    return part
  }
  try {
    // One after the other: replicas of one subgraph would build the same indexes at the same time.
    const conversation = await subgraph('conversation')
    const publisher = await subgraph('publisher', 'conversation')
    const customer = await subgraph('customer')
    const router = await startRouterProcess({
      ...{ prefix, folder, supergraph: compose(), env: partEnv },
      subgraphUrls: { conversation: `${conversation.url}/graphql`, customer: `${customer.url}/graphql` },
    })
    undo.push(() => router.process.stop())
    return { router, conversation, publisher, customer, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function compose(): string {
  const { supergraphSdl, errors } = composeServices(
    ['conversation', 'customer'].map((name) => ({
      name,
      url: 'http://127.0.0.1:9/graphql',
      typeDefs: parse(readFileSync(new URL(`./subgraphs/${name}.graphql`, import.meta.url), 'utf8')),
    })),
  )
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}
