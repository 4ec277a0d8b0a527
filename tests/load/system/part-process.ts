import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '#platform/stores/free-port.ts'
import { type KeptProcess, keepProcess } from '../../../platform/supervisor/keep-process.ts'
import { silentLog } from '../../../platform/supervisor/system-log.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface PartPlan {
  name: string
  /** The program and its arguments; Node's own flags ahead of them are `flags`. */
  args: string[]
  flags?: readonly string[]
  env: NodeJS.ProcessEnv
  /** Where its log goes. */
  folder: string
}

/** A server under test in a process of its own, started again on its port when it is killed. */
export interface PartProcess {
  readonly process: KeptProcess
  /** Its address, without a path. Stays the same. */
  readonly url: string
  /** Its Prometheus page; only the product's own parts have one. */
  readonly metricsUrl: string
  /** Where Node's inspector listens once it is asked to (`inspectProcess`). */
  readonly inspectPort: number
}

/**
 * Starts a program that reports `{ kind: 'ready', port }` to its parent, and waits for that.
 * @throws Error with its last words when it does not start
 */
export async function startPart({ name, args, flags = [], env, folder }: PartPlan): Promise<PartProcess> {
  const [inspectPort, metricsPort] = [await freePort(), await freePort()]
  const kept = keepProcess(
    {
      name,
      args: [...flags, `--inspect-port=127.0.0.1:${inspectPort}`, ...args],
      cwd: root,
      env: (port) => ({ ...env, METRICS_PORT: String(metricsPort), PORT: String(port) }),
      port: 0,
      logFile: join(folder, `${name}.log`),
    },
    silentLog,
  )
  try {
    const port = await kept.ready()
    return {
      process: kept,
      url: `http://127.0.0.1:${port}`,
      metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
      inspectPort,
    }
  } catch (error) {
    await kept.stop()
    throw error
  }
}
