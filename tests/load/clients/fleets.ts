import { ClientFleet } from './client-fleet.ts'
import type { FleetFigures, FleetPlan } from './fleet-protocol.ts'

/** Several fleets that are led as one, so that the clients do not all wait for one process. */
export class Fleets {
  readonly #fleets: ClientFleet[]

  private constructor(fleets: ClientFleet[]) {
    this.#fleets = fleets
  }

  /** Connects the plan's clients from so many processes. */
  static async connect(plan: FleetPlan, processes: number): Promise<Fleets> {
    const clients = Math.ceil(plan.clients / processes)
    const shares = Array.from({ length: processes }, (_, index) =>
      Math.min(clients, plan.clients - index * clients),
    )
    return new Fleets(
      await Promise.all(shares.map((share) => ClientFleet.connect({ ...plan, clients: share }))),
    )
  }

  async subscribe(): Promise<void> {
    await Promise.all(this.#fleets.map((fleet) => fleet.subscribe()))
  }

  async reset(): Promise<void> {
    await Promise.all(this.#fleets.map((fleet) => fleet.reset()))
  }

  async figures(): Promise<FleetFigures> {
    const all = await Promise.all(this.#fleets.map((fleet) => fleet.figures()))
    return all.reduce(joined)
  }

  /** In ascending order. */
  async latenciesMs(): Promise<Float64Array> {
    const all = await Promise.all(this.#fleets.map((fleet) => fleet.latenciesMs()))
    const joinedValues = new Float64Array(all.reduce((sum, values) => sum + values.length, 0))
    let at = 0
    for (const values of all) {
      joinedValues.set(values, at)
      at += values.length
    }
    return joinedValues.sort()
  }

  async close(): Promise<void> {
    await Promise.all(this.#fleets.map((fleet) => fleet.close()))
  }
}

function joined(one: FleetFigures, other: FleetFigures): FleetFigures {
  return {
    clients: one.clients + other.clients,
    acknowledged: one.acknowledged + other.acknowledged,
    positioned: one.positioned + other.positioned,
    received: one.received + other.received,
    served: one.served + other.served,
    lost: one.lost + other.lost,
    duplicated: one.duplicated + other.duplicated,
    longestGapMs: Math.max(one.longestGapMs, other.longestGapMs),
    slowest: byKey(one.slowest, other.slowest, Math.min),
    closes: byKey(one.closes, other.closes, (a, b) => a + b),
    refusals: byKey(one.refusals, other.refusals, (a, b) => a + b),
  }
}

function byKey(
  one: Record<string, number>,
  other: Record<string, number>,
  join: (a: number, b: number) => number,
): Record<string, number> {
  const result = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const known = result[key]
    result[key] = known === undefined ? value : join(known, value)
  }
  return result
}
