import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tryLock } from '../setup/lock.mjs'
import { SetupError } from '../setup/setup-error.mjs'
import { startStores } from '../stores/start-stores.ts'
import { within } from '../waiting/within.ts'
import { type KeptProcess, keepProcess } from './keep-process.ts'
import { partFlags, routerFlags } from './node-flags.ts'
import { requirePort } from './require-port.ts'
import { subgraphNames } from './subgraph-names.ts'
import { type SystemLog, silentLog } from './system-log.ts'
import { systemSecrets } from './system-secrets.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface SystemOptions {
  /** Data and secrets, kept. Without it: a temporary folder and stores that are removed at the end. */
  dataDir?: string
  /** Where the parts' logs go; `logs` in the data folder when left out. */
  logsDir?: string
  /** The router's port; 0 takes a free one. */
  port?: number
  /** Added to this process's own environment. MONGODB_URI and VALKEY_URL name stores to use. */
  env?: NodeJS.ProcessEnv
  log?: SystemLog
}

/** The whole system: stores, every subgraph and the router, each its own process. */
export interface System {
  /** The router's address, without a path. */
  url: string
  /** Each subgraph's GraphQL address. */
  subgraphUrls: Record<string, string>
  /** The environment that the parts were given, without the private key: for programs beside them, like the seed. */
  env: NodeJS.ProcessEnv
  /** Pids of the parts that run now: the subgraphs, `router`, and `mongodb` and `valkey` when they were started here. */
  pids(): Record<string, number>
  /** Resolves when a subgraph or the router is ready, or ready again. */
  ready(name: string): Promise<void>
  /** Ends a part by a signal, as from outside; it is started again. Resolves when it has ended. */
  kill(name: string, signal?: NodeJS.Signals): Promise<void>
  /** Stops a part and leaves it so, until `resume`. */
  suspend(name: string): Promise<void>
  /** Starts a part that `suspend` stopped; resolves when it is ready. */
  resume(name: string): Promise<void>
  /** Ends the router, then the subgraphs, then the stores. */
  stop(): Promise<void>
}

/**
 * Starts the whole system and keeps it running: a part that dies is started again on its port.
 * @throws SetupError when the port or the data folder is in use, or a store cannot be had
 */
export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const { port = 0, log = silentLog } = options
  const given = { ...process.env, ...options.env }
  const dataDir = resolve(options.dataDir ?? mkdtempSync(join(tmpdir(), 'throughline-system-')))
  const logsDir = resolve(options.logsDir ?? join(dataDir, 'logs'))
  const host = given['HOST'] || '127.0.0.1'
  const undo: Array<() => Promise<void> | void> = []
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    if (!options.dataDir) undo.push(() => rmSync(dataDir, { recursive: true, force: true }))
    undo.push(lockFolder(dataDir))
    if (port !== 0) await requirePort(port, host)
    log.info('Starting the stores')
    const stores = await startStores({ dataDir, durable: options.dataDir !== undefined, log, env: given })
    undo.push(stores.stop)

    const secrets = systemSecrets(dataDir)
    const env = {
      ...given,
      MONGODB_URI: stores.mongodbUri,
      VALKEY_URL: stores.valkeyUrl,
      NAME_PREFIX: given['NAME_PREFIX'] || 'throughline',
      IDENTITY_PUBLIC_JWK: secrets.identityPublicJwk,
      SECRETS_KEY: secrets.secretsKey,
      // Six processes compile the same packages; what one compiled, the others and the next start find.
      NODE_COMPILE_CACHE: given['NODE_COMPILE_CACHE'] || join(root, 'node_modules/.cache/node-compile'),
    }
    const processes = new Map<string, KeptProcess>()
    const part = (name: string) => {
      const found = processes.get(name)
      if (!found) throw new Error(`No part is called ${name}; there are ${[...processes.keys()].join(', ')}`)
      return found
    }
    const keep = (name: string, program: string, wantedPort: number, own: NodeJS.ProcessEnv) => {
      const kept = keepProcess(
        {
          name,
          args: [...partFlags, ...(name === 'router' ? routerFlags : []), join(root, program)],
          cwd: root,
          env: (knownPort) => ({ ...env, METRICS_PORT: '0', ...own, PORT: String(knownPort) }),
          port: wantedPort,
          logFile: join(logsDir, `${name}.log`),
        },
        log,
      )
      processes.set(name, kept)
      return kept
    }

    const names = subgraphNames(join(root, 'supergraph.yaml'))
    log.info(`Starting ${names.join(', ')}`)
    undo.push(async () => {
      await Promise.all(names.map(async (name) => processes.get(name)?.stop()))
    })
    const addresses = await Promise.all(
      names.map(async (name) => {
        const kept = keep(name, `subgraphs/${name}/server.ts`, 0, { HOST: '127.0.0.1' })
        return [name, `http://127.0.0.1:${await isReady(name, kept)}/graphql`] as const
      }),
    )
    const subgraphUrls = Object.fromEntries(addresses)

    log.info('Starting the router')
    const router = keep('router', 'router/main.ts', port, {
      HOST: host,
      IDENTITY_PRIVATE_JWK: secrets.identityPrivateJwk,
      SUBGRAPH_URLS: JSON.stringify(subgraphUrls),
      // `npm run schema -- publish` reaches it; a new release's own supergraph is published by its start.
      SUPERGRAPH_SOURCE: given['SUPERGRAPH_SOURCE'] || 'registry',
      SUPERGRAPH_PUBLISH_ON_START: given['SUPERGRAPH_PUBLISH_ON_START'] || 'true',
      ...(given['METRICS_PORT'] && { METRICS_PORT: given['METRICS_PORT'] }),
    })
    undo.push(() => router.stop())
    const url = `http://127.0.0.1:${await isReady('router', router)}`

    return {
      url,
      subgraphUrls,
      env,
      pids: () => {
        const running = [...processes].flatMap(([name, { pid }]) =>
          pid === undefined ? [] : [[name, pid] as const],
        )
        return { ...Object.fromEntries(running), ...stores.pids() }
      },
      ready: async (name) => {
        await isReady(name, part(name))
      },
      async kill(name, signal = 'SIGKILL') {
        const store = name === 'mongodb' || name === 'valkey' ? stores.pids()[name] : undefined
        if (store !== undefined) process.kill(store, signal)
        else await part(name).kill(signal)
      },
      suspend: (name) => part(name).stop(),
      async resume(name) {
        part(name).start()
        await isReady(name, part(name))
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A first start builds indexes and migrates; longer than this is no start. */
function isReady(name: string, kept: KeptProcess): Promise<number> {
  return within(120_000, `${name} becoming ready`, kept.ready())
}

function lockFolder(dataDir: string): () => void {
  const lock = tryLock(join(dataDir, 'lock'))
  if ('release' in lock) return lock.release
  throw new SetupError(
    `Another \`npm start\` of this folder is running (process ${lock.owner}).`,
    `Use that one, or stop it first (kill ${lock.owner}).`,
  )
}
