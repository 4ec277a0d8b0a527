import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { routerFlags } from '../../../platform/supervisor/node-flags.ts'
import { startLiveSystem } from '../../load/system/live-system.ts'
import { type PartProcess, startPart } from '../../load/system/part-process.ts'
import { productPace } from '../../load/system/product-pace.ts'
import { peersFolder } from '../install-peers.ts'

/** A live server with a topic to follow. */
export interface LiveContestant {
  name: string
  /** The server that the clients are connected to, and that is measured. */
  server: PartProcess
  /** Where messages are added: `/publish`. */
  publisherUrl: string
  tokens: string[]
  /** Whether `after` goes on behind the last event that a client has read. */
  resumes: boolean
  /** How often an event was executed so far, wherever that happens. */
  executions(): Promise<number>
  stop(): Promise<void>
}

const figures = z.object({ executions: z.number() })

async function executionsAt(url: string): Promise<number> {
  const response = await fetch(`${url}/figures`)
  return figures.parse(await response.json()).executions
}

/** Accounts that the clients are signed in with, in turn. */
const accounts = 20

async function throughline(): Promise<LiveContestant> {
  const system = await startLiveSystem({ ...productPace, NODE_ENV: 'production' })
  try {
    const tokens: string[] = []
    for (let account = 0; account < accounts; account++) tokens.push(await system.router.agentToken())
    return {
      name: 'Throughline',
      server: system.router,
      publisherUrl: system.publisher.url,
      tokens,
      resumes: true,
      executions: () => executionsAt(system.conversation.url),
      stop: system.stop,
    }
  } catch (error) {
    await system.stop()
    throw error
  }
}

async function peer(name: string, file: string): Promise<LiveContestant> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const leave = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    const server = await startPart({
      name: file,
      // Node's own settings are equal for all.
      flags: routerFlags,
      args: [join(peersFolder, file)],
      env: { ...process.env, NODE_ENV: 'production' },
      folder,
    })
    return {
      ...{ name, server, publisherUrl: server.url, tokens: [], resumes: false },
      executions: () => executionsAt(server.url),
      async stop() {
        await server.process.stop()
        leave()
      },
    }
  } catch (error) {
    leave()
    throw error
  }
}

/** The live servers that are measured, ours first. The others do all in their own process, without a store. */
export const liveContestants: Record<string, () => Promise<LiveContestant>> = {
  Throughline: throughline,
  Mercurius: () => peer('Mercurius', 'mercurius-live.mjs'),
  'GraphQL Yoga': () => peer('GraphQL Yoga', 'yoga-live.mjs'),
}
