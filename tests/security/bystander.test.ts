import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Engine } from '../../router/engine/engine.ts'
import { type AttackedSystem, startAttackedSystem } from './attacked-system.ts'
import { besideABystander, idleTransport } from './bystander.ts'

let attacked: AttackedSystem
beforeAll(async () => {
  attacked = await startAttackedSystem()
})
afterAll(() => attacked?.stop())

const supergraph = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')

test('the measure of the other tests can fail: who does hold up others is noticed', async () => {
  const engine = new Engine({ supergraph, transport: idleTransport })
  const holdsUp = async () => {
    // twice as much as a bystander may be held up by at most, in one go
    for (let n = 0; n < 4_000; n++) {
      engine.prepare(`{ agents(first: ${n}) { nodes { id name presence skills { proficiency } } } }`)
    }
  }
  await expect(besideABystander(attacked, holdsUp)).rejects.toThrow(/less than/)
})
