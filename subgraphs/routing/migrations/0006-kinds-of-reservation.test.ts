import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { Reservations } from '../models/reservation.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../testing/routing-under-test.ts'
import { kindsOfReservation } from './0006-kinds-of-reservation.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
})
afterAll(() => routing.stop())

test('reservations of before are the contacts’ own, and a consult may stand beside them; it may run again', async () => {
  const { collection } = Reservations(routing.ctx.db)
  await collection.createIndex(
    { workItemId: 1 },
    {
      name: 'one-live-reservation',
      unique: true,
      partialFilterExpression: { status: { $in: ['PENDING', 'ACCEPTED', 'WRAPPING'] } },
    },
  )
  const row = { workItemId: 'item', agentId: 'ada', status: 'ACCEPTED' }
  await collection.insertOne({ _id: newId(), ...row } as never)
  const consult = () => collection.insertOne({ _id: newId(), ...row, kind: 'CONSULT' } as never)
  await expect(consult()).rejects.toMatchObject({ code: 11_000 })
  await kindsOfReservation.up(routing.ctx)
  await kindsOfReservation.up(routing.ctx)
  expect(await collection.findOne({ agentId: 'ada' })).toMatchObject({ kind: 'PRIMARY' })
  await consult()
  await expect(consult()).rejects.toMatchObject({ code: 11_000 })
})
