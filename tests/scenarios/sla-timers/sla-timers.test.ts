import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureClocks } from '../../load/clocks/measure-clocks.ts'
import { type Organisation, startOrganisation } from '../organisation.ts'

let organisation: Organisation
beforeAll(async () => {
  organisation = await startOrganisation()
}, 60_000)
afterAll(() => organisation?.stop())

test('of hundreds of clocks over a kill of routing, each warns and breaches once, in order, and none early', async () => {
  const { events, lost, repeated, outOfOrder, early, lateMs } = await measureClocks(organisation, {
    clocks: 400,
    spreadMs: 8_000,
    setupMs: 20_000,
  })
  expect({ events, lost, repeated, outOfOrder, early }).toEqual({
    events: 800,
    lost: 0,
    repeated: 0,
    outOfOrder: 0,
    early: 0,
  })
  console.log(
    `late at the client: ${lateMs[Math.floor(lateMs.length / 2)]} ms at the median, ${lateMs.at(-1)} ms at most`,
  )
}, 120_000)
