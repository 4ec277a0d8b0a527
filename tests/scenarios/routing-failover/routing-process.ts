import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'

const readyMessage = z.object({ kind: z.literal('ready'), metricsPort: z.number() })

/** One real routing process. */
export interface RoutingProcess {
  readonly child: ChildProcess
  /** Whether its core is built, and whether it leads, by its own metrics; false while it does not answer. */
  standing(): Promise<{ warm: boolean; leads: boolean }>
  end(signal: NodeJS.Signals): Promise<void>
}

const server = new URL('../../../subgraphs/routing/server.ts', import.meta.url)

/** Starts the routing program, as its supervisor would. */
export async function startRoutingProcess(env: Record<string, string>): Promise<RoutingProcess> {
  const child = fork(server, { env: { PATH: process.env.PATH, ...env }, stdio: 'inherit' })
  const [message] = await once(child, 'message', { signal: AbortSignal.timeout(60_000) })
  const { metricsPort } = readyMessage.parse(message)

  return {
    child,
    async standing() {
      try {
        const page = await fetch(`http://127.0.0.1:${metricsPort}/metrics`, {
          signal: AbortSignal.timeout(1_000),
        })
        const text = await page.text()
        const value = (name: string) => Number(new RegExp(`^${name}{[^}]*} (.+)$`, 'm').exec(text)?.[1] ?? 0)
        return {
          warm: value('throughline_routing_warm') === 1,
          leads: value('throughline_routing_leading') === 1,
        }
      } catch {
        return { warm: false, leads: false }
      }
    },
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill(signal)
      await exit
    },
  }
}
