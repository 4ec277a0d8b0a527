import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactReleased } from '#schema/events/contact-released.ts'
import { reservationAccepted } from '#schema/events/reservation-accepted.ts'
import { Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { setPresence } from '../agents/set-presence.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { acceptReservation } from './accept-reservation.ts'
import { cancelTransfer } from './cancel-transfer.ts'
import { completeTransfer } from './complete-transfer.ts'
import { giveBackWork } from './give-back-work.ts'
import { rejectReservation } from './reject-reservation.ts'
import { type TransferWish, transferWork } from './transfer-work.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
  await saveQueue(routing.ctx, {
    _id: 'billing',
    name: 'Billing',
    mediaTypes: ['CHAT'],
    domain: 'billing',
    requiredSkills: [],
    reservationTimeoutMs: 30_000,
  })
})
afterAll(() => routing.stop())

const actor = (id: string, supervises = false) => ({ id, supervises })
const codesOf = ({ refusals }: { refusals: Array<{ field: string | null; code: string }> }) =>
  refusals.map(({ field, code }) => `${field} ${code}`)
const free = async (agentId: string) => (await Agents(routing.ctx.db).findById(agentId).lean())?.free

let made = 0
/** Two agents of a test's own, the first with a contact in hand. */
async function pair(mediaType: 'CHAT' | 'VOICE' = 'CHAT') {
  made += 1
  const [first, second] = [`first-${made}`, `second-${made}`] as const
  await routing.available(second)
  const item = await routing.inHand(first, mediaType)
  return { first, second, item }
}

/** The consult that rings at the second agent. */
async function consultOf(workItemId: string) {
  const consult = await Reservations(routing.ctx.db)
    .findOne({ workItemId, kind: 'CONSULT' })
    .sort({ _id: -1 })
    .lean()
  if (!consult) throw new Error('there is no consult')
  return consult
}

test('handed to a queue, a contact leaves its agent at once and keeps its place', async () => {
  const { first, item } = await pair()
  const wish: TransferWish = {
    workItemId: item._id,
    kind: 'COLD',
    queueId: 'billing',
    note: ' knows the invoice ',
  }
  const { saved } = await transferWork(routing.ctx, wish, actor(first))
  expect(saved).toMatchObject({
    status: 'QUEUED',
    queueId: 'billing',
    orderAt: item.orderAt,
    transfer: { kind: 'COLD', fromAgentId: first, queueId: 'billing', note: 'knows the invoice' },
  })
  expect(await free(first)).toBe(60)
  expect(routing.emitted(contactReleased).at(-1)?.payload).toMatchObject({
    agentId: first,
    reason: 'TRANSFERRED',
    transfer: { kind: 'COLD', toQueueName: 'Billing' },
  })
  await expectInvariants(routing.ctx)
})

test('handed to a person, a contact is for them alone, until they turn it down', async () => {
  const { first, second, item } = await pair()
  await transferWork(routing.ctx, { workItemId: item._id, kind: 'COLD', agentId: second }, actor(first))
  const waiting = await routing.item(item._id)
  expect(waiting).toMatchObject({ status: 'QUEUED', onlyAgentId: second, queueId: item.queueId })
  const entry = await RoutingLog(routing.ctx.db).findOne({ workItemId: item._id }).sort({ _id: -1 }).lean()
  expect(entry?.command).toMatchObject({ kind: 'ITEM_WAITS', item: { onlyAgentId: second } })
  await routing.dispatchAll()
  const offer = await routing.offerOf(item._id)
  expect(offer?.agentId).toBe(second)
  await rejectReservation(routing.ctx, offer?._id ?? '', second)
  expect((await routing.item(item._id)).onlyAgentId).toBeUndefined()
  await routing.ended(item.sessionId, true)
})

test('given back, a contact is at its place again, and its agent can do no more with it', async () => {
  const { first, item } = await pair()
  const { saved } = await giveBackWork(routing.ctx, item._id, actor(first))
  expect(saved).toMatchObject({ status: 'QUEUED', orderAt: item.orderAt })
  expect(codesOf(await giveBackWork(routing.ctx, item._id, actor(first)))).toEqual(['workItemId NOT_IN_HAND'])
  await routing.ended(item.sessionId, true)
})

test.each<[string, Partial<TransferWish>, string]>([
  ['nowhere', {}, 'queueId TARGET_REQUIRED'],
  ['to two places', { queueId: 'billing', agentId: 'second' }, 'agentId ONE_TARGET'],
  ['to a queue that is not', { queueId: 'nowhere' }, 'queueId NOT_FOUND'],
  ['to nobody', { agentId: 'nobody' }, 'agentId NOT_FOUND'],
  ['to a queue after talking with it', { kind: 'WARM', queueId: 'billing' }, 'agentId AGENT_REQUIRED'],
  ['with a novel', { queueId: 'billing', note: 'x'.repeat(1_001) }, 'note NOTE_TOO_LONG'],
])('a contact is not handed %s', async (_where, wish, code) => {
  const { first, item } = await pair()
  const result = await transferWork(
    routing.ctx,
    { workItemId: item._id, kind: 'COLD', ...wish },
    actor(first),
  )
  expect(codesOf(result)).toEqual([code])
  expect(await routing.item(item._id)).toMatchObject({ status: 'ASSIGNED', version: item.version })
})

test('other agents do not hand a contact on; a supervisor does', async () => {
  const { first, second, item } = await pair()
  const wish: TransferWish = { workItemId: item._id, kind: 'COLD', queueId: 'billing' }
  expect(codesOf(await transferWork(routing.ctx, wish, actor(second)))).toEqual([
    'workItemId NOT_YOUR_CONTACT',
  ])
  expect(
    codesOf(await transferWork(routing.ctx, { ...wish, queueId: undefined, agentId: first }, actor(first))),
  ).toEqual(['agentId SAME_AGENT'])
  expect((await transferWork(routing.ctx, wish, actor('sue', true))).saved?.status).toBe('QUEUED')
})

test.each(['WARM', 'CONSULT'] as const)(
  'a %s transfer: both have it, and completed it is the second one’s',
  async (kind) => {
    const { first, second, item } = await pair()
    await transferWork(routing.ctx, { workItemId: item._id, kind, agentId: second }, actor(first))
    const consult = await consultOf(item._id)
    expect(consult).toMatchObject({ agentId: second, status: 'PENDING' })
    expect([await free(first), await free(second)]).toEqual([40, 40])
    expect(codesOf(await completeTransfer(routing.ctx, item._id, actor(first)))).toEqual([
      'workItemId NOT_ACCEPTED',
    ])
    await acceptReservation(routing.ctx, consult._id, second)
    expect(routing.emitted(reservationAccepted).at(-1)?.payload).toMatchObject({
      agentId: second,
      consult: true,
    })
    expect(await routing.item(item._id)).toMatchObject({
      status: 'ASSIGNED',
      reservationId: item.reservationId,
    })
    await expectInvariants(routing.ctx)

    const { saved } = await completeTransfer(routing.ctx, item._id, actor(first))
    expect(saved).toMatchObject({ status: 'ASSIGNED', reservationId: consult._id, servedBy: second })
    expect(saved?.consultReservationId).toBeUndefined()
    expect([await free(first), await free(second)]).toEqual([60, 40])
    await expectInvariants(routing.ctx)
    const facts = await RoutingLog(routing.ctx.db)
      .find({ workItemId: item._id, command: { $exists: true } })
      .sort({ _id: 1 })
      .lean()
    expect(facts.slice(-4).map(({ command }) => command)).toMatchObject([
      { kind: 'RESERVED', workItemId: `${item._id}#consult`, agentId: second },
      { kind: 'RESERVATION_CLOSED', workItemId: item._id, agentId: first },
      { kind: 'RESERVATION_CLOSED', workItemId: `${item._id}#consult`, agentId: second },
      { kind: 'RESERVED', workItemId: item._id, agentId: second },
    ])
    await routing.ended(item.sessionId, true)
    await routing.wrappedUp(item.sessionId, second)
    expect([await free(first), await free(second)]).toEqual([60, 60])
  },
)

test('a consult that is canceled, rejected, or outlived by the contact leaves it with its agent', async () => {
  const { first, second, item } = await pair()
  const wish: TransferWish = { workItemId: item._id, kind: 'CONSULT', agentId: second }
  await transferWork(routing.ctx, wish, actor(first))
  await rejectReservation(routing.ctx, (await consultOf(item._id))._id, second)
  expect((await routing.item(item._id)).consultReservationId).toBeUndefined()

  await transferWork(routing.ctx, wish, actor(first))
  expect(codesOf(await transferWork(routing.ctx, wish, actor(first)))).toEqual(['workItemId CONSULT_GOES_ON'])
  expect(codesOf(await cancelTransfer(routing.ctx, item._id, actor('stranger')))).toEqual([
    'workItemId NOT_YOUR_CONTACT',
  ])
  await acceptReservation(routing.ctx, (await consultOf(item._id))._id, second)
  await cancelTransfer(routing.ctx, item._id, actor(second))
  expect(routing.emitted(contactReleased).at(-1)?.payload).toMatchObject({
    agentId: second,
    reason: 'CONSULTED',
  })
  expect(await routing.item(item._id)).toMatchObject({
    status: 'ASSIGNED',
    reservationId: item.reservationId,
  })
  expect((await cancelTransfer(routing.ctx, item._id, actor(first))).refusals).toEqual([])

  await transferWork(routing.ctx, wish, actor(first))
  await routing.ended(item.sessionId, true)
  expect((await consultOf(item._id)).status).toBe('CANCELED')
  expect([await free(first), await free(second)]).toEqual([40, 60])
  await expectInvariants(routing.ctx)
})

test('a second agent without room is not asked', async () => {
  const { first, item } = await pair()
  await routing.inHand('busy', 'VOICE')
  const wish: TransferWish = { workItemId: item._id, kind: 'WARM', agentId: 'busy' }
  expect(codesOf(await transferWork(routing.ctx, wish, actor(first)))).toEqual(['agentId NO_ROOM'])
})

test('of a transfer and a hang-up at the same moment nothing is left over, whichever came first', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { first, second, item } = await pair(round % 3 === 0 ? 'VOICE' : 'CHAT')
    const kind = round % 2 === 0 ? ('COLD' as const) : ('WARM' as const)
    const transfer = () =>
      transferWork(routing.ctx, { workItemId: item._id, kind, agentId: second }, actor(first))
    const hangUp = () => routing.ended(item.sessionId, true)
    const both = round % 4 < 2 ? [transfer(), hangUp()] : [hangUp(), transfer()]
    for (const outcome of await Promise.allSettled(both)) expect(outcome.status).toBe('fulfilled')
    const after = await routing.item(item._id)
    expect(['WRAPPING', 'CANCELED']).toContain(after.status)
    expect(await free(second)).toBe(60)
    await expectInvariants(routing.ctx)
    await setPresence(routing.ctx, first, 'OFFLINE')
    await setPresence(routing.ctx, second, 'OFFLINE')
  }
})
