import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import type { TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import type { MediaType } from '#schema/events/vocabulary.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import type { RoutingConfig } from './config.ts'
import { routingSubgraph } from './definition.ts'
import { Reservations } from './models/reservation.ts'
import { WorkItems } from './models/work-item.ts'
import {
  ada,
  bo,
  codesOf,
  startRoutingGraph,
  supervisor,
  visitor,
} from './testing/routing-graph-under-test.ts'

let subgraph: TestSubgraph<RoutingConfig>
beforeAll(async () => {
  subgraph = await startRoutingGraph()
  for (const agent of [ada, bo]) {
    await subgraph.query(agent, 'mutation { setPresence(status: BUSY) { agent { id } } }')
  }
})
afterAll(() => subgraph.stop())

const about = `{ workItem { id status priority queue { id } onlyFor { id } parkedAt notBefore customerTier
  callback { at phone promisedBy { id } takenAt } lastAgent { id }
  transfer { kind from { id } to { id } queue { id } note } reservation { status kind agent { id } }
  consult { kind status agent { id } } } userErrors { field code } }`

/** A contact that waits; nobody is available, so that only commands move it. */
async function waiting(mediaType: MediaType): Promise<string> {
  const sessionId = newId()
  await deliver(subgraph.ctx, routingSubgraph.consumers ?? [], workRequested, {
    sessionId,
    conversationId: newId(),
    channel: 'web-chat',
    account: 'main',
    mediaType,
    requestedAt: new Date(),
  })
  return (await WorkItems(subgraph.ctx.db).findOne({ sessionId }).lean())?._id ?? ''
}

interface Answer {
  command: {
    workItem: Record<string, unknown> | null
    userErrors: Array<{ field: string | null; code: string }>
  }
}

/** Sends a command and gives its payload, or the codes of its errors. */
async function command(viewer: Viewer, call: string) {
  const answer = await subgraph.query<Answer>(viewer, `mutation { command: ${call} ${about} }`)
  return answer.data?.command ?? { errors: codesOf(answer) }
}

async function accept(viewer: Viewer, workItemId: string, kind: 'PRIMARY' | 'CONSULT'): Promise<void> {
  const offer = await Reservations(subgraph.ctx.db).findOne({ workItemId, kind, status: 'PENDING' }).lean()
  const { errors } = await subgraph.query(
    viewer,
    'mutation ($id: ID!) { acceptReservation(id: $id) { reservation { id } } }',
    { id: offer?._id },
  )
  expect(errors).toBeUndefined()
}

test('a supervisor assigns, pulls, reprioritises and moves', async () => {
  const id = await waiting('CHAT')
  expect(await command(supervisor, `assignWork(workItemId: "${id}", agentId: "ada")`)).toMatchObject({
    workItem: {
      status: 'RESERVED',
      reservation: { status: 'PENDING', kind: 'PRIMARY', agent: { id: 'ada' } },
    },
    userErrors: [],
  })
  expect(await command(supervisor, `pullWork(workItemId: "${id}")`)).toMatchObject({
    workItem: { status: 'QUEUED', reservation: null },
  })
  expect(await command(supervisor, `reprioritizeWork(workItemId: "${id}", priority: 7)`)).toMatchObject({
    workItem: { priority: 7 },
  })
  expect(await command(supervisor, `moveWork(workItemId: "${id}", queueId: "general")`)).toMatchObject({
    workItem: { queue: { id: 'general' } },
  })
  expect(await command(supervisor, `moveWork(workItemId: "${id}", queueId: "social")`)).toEqual({
    workItem: null,
    userErrors: [{ field: 'queueId', code: 'MEDIA_TYPE_MISMATCH' }],
  })
})

test('agents command their own contacts only, and visitors none', async () => {
  const id = await waiting('CHAT')
  for (const call of [
    `assignWork(workItemId: "${id}", agentId: "ada")`,
    `pullWork(workItemId: "${id}")`,
    `reprioritizeWork(workItemId: "${id}", priority: 7)`,
    `moveWork(workItemId: "${id}", queueId: "general")`,
  ]) {
    expect(await command(ada, call)).toEqual({ errors: ['FORBIDDEN'] })
  }
  const own = [
    `requeueWork(workItemId: "${id}")`,
    `completeTransfer(workItemId: "${id}")`,
    `cancelTransfer(workItemId: "${id}")`,
    `transferWork(input: { workItemId: "${id}", kind: COLD, queueId: "general" })`,
  ]
  for (const call of own) expect(await command(visitor, call)).toEqual({ errors: ['FORBIDDEN'] })
  await command(supervisor, `assignWork(workItemId: "${id}", agentId: "ada")`)
  await accept(ada, id, 'PRIMARY')
  for (const call of own.filter((one) => !one.startsWith('cancel'))) {
    expect(await command(bo, call)).toEqual({
      workItem: null,
      userErrors: [{ field: 'workItemId', code: 'NOT_YOUR_CONTACT' }],
    })
  }
  expect(await command(ada, `requeueWork(workItemId: "${id}")`)).toMatchObject({
    workItem: { status: 'QUEUED' },
  })
})

test('a contact is handed on after talking with the next person', async () => {
  const id = await waiting('CHAT')
  await command(supervisor, `assignWork(workItemId: "${id}", agentId: "ada")`)
  await accept(ada, id, 'PRIMARY')
  const wish = `{ workItemId: "${id}", kind: WARM, agentId: "bo", note: "invoice 7" }`
  expect(await command(ada, `transferWork(input: ${wish})`)).toMatchObject({
    workItem: {
      status: 'ASSIGNED',
      reservation: { agent: { id: 'ada' } },
      consult: { kind: 'CONSULT', status: 'PENDING', agent: { id: 'bo' } },
      transfer: {
        kind: 'WARM',
        from: { id: 'ada' },
        to: { id: 'bo' },
        queue: { id: 'chats' },
        note: 'invoice 7',
      },
    },
  })
  await accept(bo, id, 'CONSULT')
  expect(await command(ada, `completeTransfer(workItemId: "${id}")`)).toMatchObject({
    workItem: { reservation: { kind: 'PRIMARY', agent: { id: 'bo' } }, consult: null },
  })
  expect(await command(bo, `cancelTransfer(workItemId: "${id}")`)).toMatchObject({ userErrors: [] })
  expect(
    await command(bo, `transferWork(input: { workItemId: "${id}", kind: COLD, agentId: "ada" })`),
  ).toMatchObject({ workItem: { status: 'QUEUED', onlyFor: { id: 'ada' } } })
})

test('who has a contact sees whom it can go to, by a part of the name', async () => {
  const id = await waiting('CHAT')
  await command(supervisor, `assignWork(workItemId: "${id}", agentId: "ada")`)
  await accept(ada, id, 'PRIMARY')
  const document = `query ($search: String) {
    transferTargets(workItemId: "${id}", search: $search) { id name presence reservations { id } } }`
  const found = (viewer: Viewer, search: string | null) => subgraph.query(viewer, document, { search })
  const target = { id: 'bo', name: 'Bo', presence: 'BUSY', reservations: expect.any(Array) as unknown }
  expect(await found(ada, null)).toEqual({ data: { transferTargets: [target] } })
  expect(await found(supervisor, 'BO')).toEqual({ data: { transferTargets: [target] } })
  expect(await found(ada, 'da')).toEqual({ data: { transferTargets: [] } })
  expect(await found(bo, null)).toEqual({ data: { transferTargets: [] } })
  expect(codesOf(await found(visitor, null))).toEqual(['FORBIDDEN'])
})

test('a callback is asked for by who has the contact, and taken back', async () => {
  const id = await waiting('CHAT')
  await command(supervisor, `assignWork(workItemId: "${id}", agentId: "ada")`)
  await accept(ada, id, 'PRIMARY')
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const wish = `{ workItemId: "${id}", at: "${at}", phone: "+4930123456", sameAgent: true }`
  expect(await command(visitor, `requestCallback(input: ${wish})`)).toEqual({ errors: ['FORBIDDEN'] })
  expect(await command(bo, `requestCallback(input: ${wish})`)).toMatchObject({
    userErrors: [{ field: 'workItemId', code: 'NOT_YOUR_CONTACT' }],
  })
  expect(await command(ada, `requestCallback(input: ${wish})`)).toMatchObject({
    workItem: {
      status: 'ASSIGNED',
      callback: { at, phone: '+4930123456', promisedBy: { id: 'ada' }, takenAt: null },
    },
    userErrors: [],
  })
  expect(await command(ada, `completeWork(workItemId: "${id}")`)).toMatchObject({
    userErrors: [{ code: 'SESSION_OPEN' }],
  })
  expect(await command(ada, `cancelCallback(workItemId: "${id}")`)).toMatchObject({
    workItem: { callback: null },
  })
})

test('a supervisor signs an agent off', async () => {
  const document = `mutation { setAgentPresence(agentId: "bo", status: OFFLINE) {
    agent { presence presenceReason } userErrors { code } } }`
  expect(codesOf(await subgraph.query(ada, document))).toEqual(['FORBIDDEN'])
  expect(await subgraph.query(supervisor, document)).toEqual({
    data: {
      setAgentPresence: { agent: { presence: 'OFFLINE', presenceReason: 'SUPERVISOR' }, userErrors: [] },
    },
  })
})
