import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'vitest'
import { Engine } from '../../router/engine/engine.ts'
import type { Transport } from '../../router/engine/transport.ts'
import { ask } from '../router/front/person.ts'
import { type AttackedSystem, stillServes } from './attacked-system.ts'

const supergraph = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')

/** For engines that only prepare operations. */
export const idleTransport: Transport = {
  fetch: () => Promise.reject(new Error('nothing is executed here')),
  async *subscribe() {},
}

/** How long a fixed amount of ordinary work takes here and now: a hundred operations prepared for the first time. */
function workMs(): number {
  const engine = new Engine({ supergraph, transport: idleTransport })
  let start = 0
  for (let n = 0; n < 200; n++) {
    // the first half warms up: what follows is measured warm, too
    if (n === 100) start = performance.now()
    const prepared = engine.prepare(
      `{ agents(first: ${n}) { nodes { id name presence skills { proficiency } } } }`,
    )
    if ('errors' in prepared) throw new Error('the ordinary operation is refused')
  }
  return performance.now() - start
}

async function latencies({ url, staff }: AttackedSystem, until: () => boolean): Promise<number[]> {
  const all: number[] = []
  do {
    const start = performance.now()
    const answer = await ask<{ whoAmI: string }>(url, staff, '{ whoAmI }')
    expect(answer.data?.whoAmI).toMatch(/^staff /)
    all.push(performance.now() - start)
  } while (all.length < 15 || !until())
  return all.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.floor((sorted.length - 1) * share)] as number

/**
 * Runs an attack while somebody else asks ordinary questions of the same router, one after the other. Nothing absolute
 * is asserted: compared with the calm before, the bystander waits longer at most by what a counted amount of ordinary
 * work takes on this machine at this moment (as a rule a hundred operations prepared, once at most two thousand). The
 * attacker shares the process, and so its own work counts too.
 */
export async function besideABystander(attacked: AttackedSystem, attack: () => Promise<void>): Promise<void> {
  await stillServes(attacked)
  const work = workMs()
  const calm = await latencies(attacked, () => true)
  let over = false
  // the bystander first: what an attack does at once is felt too
  const watching = latencies(attacked, () => over)
  await attack().finally(() => {
    over = true
  })
  const during = await watching
  expect(at(during, 0.5)).toBeLessThan(at(calm, 0.5) + work)
  expect(at(during, 0.95)).toBeLessThan(at(calm, 0.95) + 5 * work)
  expect(at(during, 1)).toBeLessThan(at(calm, 1) + 20 * work)
  expect(await stillServes(attacked)).toBe(true)
}

/** Bytes of the heap that are still held after a full collection. */
export function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}
