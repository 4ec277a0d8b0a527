import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FleetAnswer, FleetCommand, FleetFigures, FleetPlan } from './fleet-protocol.ts'

const program = fileURLToPath(new URL('./fleet-process.ts', import.meta.url))

/** Many light clients in a process of their own, which come back by themselves whenever they are cut off. */
export class ClientFleet {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (value: FleetAnswer['value']) => void>()
  #last = 0

  private constructor(child: ChildProcess) {
    this.#child = child
    child.on('message', ({ id, value }: FleetAnswer) => {
      this.#waiting.get(id)?.(value)
      this.#waiting.delete(id)
    })
  }

  /** Starts the process and lets its clients connect; `figures` tells how far they are. */
  static async connect(plan: FleetPlan): Promise<ClientFleet> {
    const fleet = new ClientFleet(fork(program, { execArgv: [], serialization: 'advanced' }))
    await fleet.#tell({ kind: 'connect', plan })
    return fleet
  }

  /** Subscribes all clients to their topics. */
  async subscribe(): Promise<void> {
    await this.#tell({ kind: 'subscribe' })
  }

  /** Stops reading on every connection; also from the kernel. */
  async pause(): Promise<void> {
    await this.#tell({ kind: 'pause' })
  }

  async resume(): Promise<void> {
    await this.#tell({ kind: 'resume' })
  }

  /** Counts anew, from where each client stands. */
  async reset(): Promise<void> {
    await this.#tell({ kind: 'reset' })
  }

  async figures(): Promise<FleetFigures> {
    return (await this.#tell({ kind: 'figures' })) as FleetFigures
  }

  /** How old each event was when it was received, in milliseconds, in ascending order. */
  async latenciesMs(): Promise<Float64Array> {
    return ((await this.#tell({ kind: 'latencies' })) as Float64Array).sort()
  }

  /** Ends the process with all of its clients. */
  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.disconnect()
    await gone
  }

  #tell(command: FleetCommand): Promise<FleetAnswer['value']> {
    return new Promise((resolve, reject) => {
      const id = ++this.#last
      this.#waiting.set(id, resolve)
      this.#child.send({ id, command }, (error) => error && reject(error))
    })
  }
}
