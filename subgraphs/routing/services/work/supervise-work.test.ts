import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactReleased } from '#schema/events/contact-released.ts'
import { Agents } from '../../models/agent.ts'
import { Reservations } from '../../models/reservation.ts'
import { RoutingLog } from '../../models/routing-log.ts'
import { expectInvariants } from '../../testing/expect-invariants.ts'
import { createRoutingUnderTest, type RoutingUnderTest } from '../../testing/routing-under-test.ts'
import { setAgentPresence } from '../agents/set-agent-presence.ts'
import { setPresence } from '../agents/set-presence.ts'
import { saveQueue } from '../queues/save-queue.ts'
import { acceptReservation } from './accept-reservation.ts'
import { assignWork } from './assign-work.ts'
import { moveWork } from './move-work.ts'
import { pullWork } from './pull-work.ts'
import { reprioritizeWork } from './reprioritize-work.ts'

let routing: RoutingUnderTest
beforeAll(async () => {
  routing = await createRoutingUnderTest()
  const queue = { requiredSkills: [], reservationTimeoutMs: 30_000 }
  await saveQueue(routing.ctx, {
    ...queue,
    _id: 'other',
    name: 'Other',
    mediaTypes: ['CHAT'],
    domain: 'other',
  })
})
afterAll(() => routing.stop())

const codesOf = ({ refusals }: { refusals: Array<{ field: string | null; code: string }> }) =>
  refusals.map(({ field, code }) => `${field} ${code}`)

/** What the core is told of a contact, newest last. */
async function factsOf(workItemId: string): Promise<string[]> {
  const entries = await RoutingLog(routing.ctx.db).find({ workItemId }).sort({ _id: 1 }).lean()
  return entries.flatMap(({ command }) => (command ? [(command as { kind: string }).kind] : []))
}

test('what a supervisor assigns rings there at once, is theirs to accept, and stands in the log with their name', async () => {
  await routing.available('ada')
  const item = await routing.request('CHAT')
  const { saved } = await assignWork(routing.ctx, item._id, 'ada', 'sue')
  const offer = await routing.offerOf(item._id)
  expect(saved).toMatchObject({ status: 'RESERVED', reservationId: offer?._id })
  expect(offer).toMatchObject({ agentId: 'ada', status: 'PENDING', kind: 'PRIMARY' })
  expect((await assignWork(routing.ctx, item._id, 'ada', 'sue')).saved?.version).toBe(saved?.version)
  expect((await routing.logOf(item._id)).at(-1)).toMatchObject({
    kind: 'ASSIGNED',
    agentId: 'ada',
    actorId: 'sue',
  })
  expect(await factsOf(item._id)).toEqual(['ITEM_WAITS', 'RESERVED'])
  await acceptReservation(routing.ctx, offer?._id ?? '', 'ada')
  expect(codesOf(await assignWork(routing.ctx, item._id, 'bo', 'sue'))).toEqual(['workItemId IN_HAND'])
  await expectInvariants(routing.ctx)
})

test('what rings at one agent can be assigned to another', async () => {
  await routing.available('bo')
  await routing.available('cy')
  const item = await routing.request('CHAT')
  await assignWork(routing.ctx, item._id, 'bo', 'sue')
  const first = await routing.offerOf(item._id)
  await assignWork(routing.ctx, item._id, 'cy', 'sue')
  expect((await Reservations(routing.ctx.db).findById(first?._id).lean())?.status).toBe('RESCINDED')
  expect((await routing.offerOf(item._id))?.agentId).toBe('cy')
  await expectInvariants(routing.ctx)
})

test.each([
  ['who is away', 'AWAY', 'agentId AGENT_UNAVAILABLE'],
  ['who has signed off', 'OFFLINE', 'agentId AGENT_UNAVAILABLE'],
] as const)('nothing is assigned to an agent %s', async (_who, status, code) => {
  await routing.available('gone')
  await setPresence(routing.ctx, 'gone', status)
  const item = await routing.request('CHAT')
  expect(codesOf(await assignWork(routing.ctx, item._id, 'gone', 'sue'))).toEqual([code])
  expect(await routing.item(item._id)).toMatchObject({ status: 'QUEUED', version: 1 })
})

test('nothing is assigned over capacity, to nobody, or when it is over', async () => {
  await routing.inHand('full', 'VOICE')
  const item = await routing.request('CHAT')
  expect(codesOf(await assignWork(routing.ctx, item._id, 'full', 'sue'))).toEqual(['agentId NO_ROOM'])
  expect(codesOf(await assignWork(routing.ctx, item._id, 'nobody', 'sue'))).toEqual(['agentId NOT_FOUND'])
  expect(codesOf(await assignWork(routing.ctx, 'nothing', 'full', 'sue'))).toEqual(['workItemId NOT_FOUND'])
  await routing.ended(item.sessionId, false)
  expect(codesOf(await assignWork(routing.ctx, item._id, 'ada', 'sue'))).toEqual(['workItemId WORK_OVER'])
})

test('pulled from an agent who has it, a contact is back at its place, and the conversation is told', async () => {
  const item = await routing.inHand('dee')
  const { saved } = await pullWork(routing.ctx, item._id, 'sue')
  expect(saved).toMatchObject({ status: 'QUEUED', orderAt: item.orderAt })
  expect(saved?.reservationId).toBeUndefined()
  expect(saved?.passedOver.map(({ agentId }) => agentId)).toEqual(['dee'])
  expect(await Agents(routing.ctx.db).findById('dee').lean()).toMatchObject({ free: 60 })
  expect(routing.emitted(contactReleased).at(-1)?.payload).toMatchObject({ agentId: 'dee', reason: 'PULLED' })
  expect((await routing.logOf(item._id)).at(-1)).toMatchObject({ reason: 'PULLED', actorId: 'sue' })
  expect((await factsOf(item._id)).slice(-2)).toEqual(['RESERVATION_CLOSED', 'ITEM_WAITS'])
  const again = await pullWork(routing.ctx, item._id, 'sue')
  expect(again).toMatchObject({ saved: { version: saved?.version }, refusals: [] })
  await routing.ended(item.sessionId, true)
})

test('a call is not pulled from the one who speaks', async () => {
  const item = await routing.inHand('eve', 'VOICE')
  await routing.answered(item.sessionId, 'eve')
  expect(codesOf(await pullWork(routing.ctx, item._id, 'sue'))).toEqual(['workItemId CALL_IN_PROGRESS'])
})

test('of an accept and a pull at the same moment the item follows whichever came last', async () => {
  for (let round = 0; round < 10; round += 1) {
    const agentId = `racer-${round}`
    await routing.available(agentId)
    const item = await routing.request('CHAT')
    await assignWork(routing.ctx, item._id, agentId, 'sue')
    const offer = await routing.offerOf(item._id)
    const accept = () => acceptReservation(routing.ctx, offer?._id ?? '', agentId)
    const pull = () => pullWork(routing.ctx, item._id, 'sue')
    const [first, second] = round % 2 === 0 ? [accept, pull] : [pull, accept]
    await Promise.allSettled([first(), second()])
    // Pulled before it was accepted, the accept fails; after it, the agent loses it: in line it is in any case.
    expect(await routing.item(item._id)).toMatchObject({ status: 'QUEUED' })
    expect((await Reservations(routing.ctx.db).findById(offer?._id).lean())?.status).toBe('RESCINDED')
    await expectInvariants(routing.ctx)
    await routing.ended(item.sessionId, false)
    await setPresence(routing.ctx, agentId, 'OFFLINE')
  }
})

test('another priority moves a contact in its line, and the other way undoes it', async () => {
  const item = await routing.request('CHAT')
  const { saved } = await reprioritizeWork(routing.ctx, item._id, 10, 'sue')
  expect(saved?.orderAt).toEqual(new Date(item.dueAt.getTime() - 300_000))
  expect((await reprioritizeWork(routing.ctx, item._id, 10, 'sue')).saved?.version).toBe(saved?.version)
  expect((await reprioritizeWork(routing.ctx, item._id, 0, 'sue')).saved?.orderAt).toEqual(item.orderAt)
  expect(codesOf(await reprioritizeWork(routing.ctx, item._id, 11, 'sue'))).toEqual(['priority OUT_OF_RANGE'])
  expect(await factsOf(item._id)).toEqual(['ITEM_WAITS', 'ITEM_WAITS', 'ITEM_WAITS'])
  await routing.ended(item.sessionId, false)
})

test('moved to another queue, a contact waits there, and what rang stops', async () => {
  await routing.available('fay')
  const item = await routing.request('CHAT')
  await assignWork(routing.ctx, item._id, 'fay', 'sue')
  const { saved } = await moveWork(routing.ctx, item._id, 'other', 'sue')
  expect(saved).toMatchObject({ status: 'QUEUED', queueId: 'other', queuedAt: item.queuedAt })
  expect(await routing.offerOf(item._id)).toBeNull()
  expect((await moveWork(routing.ctx, item._id, 'other', 'sue')).saved?.version).toBe(saved?.version)
  expect(codesOf(await moveWork(routing.ctx, item._id, 'nowhere', 'sue'))).toEqual(['queueId NOT_FOUND'])
  const call = await routing.request('VOICE')
  expect(codesOf(await moveWork(routing.ctx, call._id, 'other', 'sue'))).toEqual([
    'queueId MEDIA_TYPE_MISMATCH',
  ])
  await moveWork(routing.ctx, item._id, 'general', 'sue')
  expect(await routing.item(item._id)).toMatchObject({ queueId: 'general' })
  await expectInvariants(routing.ctx)
})

test('a supervisor signs an agent off: what rang for them goes on, and why stands beside it', async () => {
  await routing.available('gil')
  const item = await routing.request('CHAT')
  await assignWork(routing.ctx, item._id, 'gil', 'sue')
  const { saved } = await setAgentPresence(routing.ctx, 'gil', 'OFFLINE', 'sue')
  expect(saved).toMatchObject({ presence: 'OFFLINE', presenceReason: 'SUPERVISOR' })
  expect((await routing.item(item._id)).status).toBe('QUEUED')
  const entry = await RoutingLog(routing.ctx.db)
    .findOne({ kind: 'PRESENCE', agentId: 'gil' })
    .sort({ _id: -1 })
    .lean()
  expect(entry).toMatchObject({ actorId: 'sue', reason: 'SUPERVISOR' })
  expect(codesOf(await setAgentPresence(routing.ctx, 'nobody', 'AWAY', 'sue'))).toEqual(['agentId NOT_FOUND'])
})
