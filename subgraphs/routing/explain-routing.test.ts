import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import type { TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { until } from '#platform/testkit/until.ts'
import { sessionAnswered } from '#schema/events/session-answered.ts'
import { workRequested } from '#schema/events/work-requested.ts'
import type { RoutingConfig } from './config.ts'
import { routingSubgraph } from './definition.ts'
import { Reservations } from './models/reservation.ts'
import { WorkItems } from './models/work-item.ts'
import { rejectReservation } from './services/work/reject-reservation.ts'
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
})
afterAll(() => subgraph.stop())

interface Answer {
  explainRouting: {
    reservationId: string | null
    epoch: number | null
    agentId: string
    agent: { id: string } | null
    actorId: string | null
    actor: { id: string } | null
    rule: string
    ring: number | null
    candidates: Array<{ agent: { id: string }; outcome: string; fit: number }>
    excluded: Record<string, number>
    whyNot: { reason: string; presence: string; missingSkills: object[]; passedOverAt: string } | null
  } | null
}

const document = `query ($workItemId: ID!, $reservationId: ID, $agentId: ID) {
  explainRouting(workItemId: $workItemId, reservationId: $reservationId, agentId: $agentId) {
    at reservationId epoch agentId agent { id } actorId actor { id } rule ring
    candidates { agent { id } outcome lastAgent preferences fit recentLoad flexibility breaksWhole cost occupancy idleSince }
    excluded { unavailable lacksSkill noRoom passedOver held }
    whyNot { agent { id } reason presence presenceSince neededRoom freeRoom passedOverAt heldForWorkItemId
      missingSkills { skillId minimumProficiency proficiency expiredAt } candidate { cost } } } }`

async function explain(variables: { workItemId: string; reservationId?: string; agentId?: string }) {
  const { data, errors } = await subgraph.query<Answer>(supervisor, document, variables)
  expect(errors).toBeUndefined()
  return data?.explainRouting ?? null
}

const presence = (agent: typeof ada, status: string) =>
  subgraph.query(agent, `mutation { setPresence(status: ${status}) { agent { id } } }`)

async function request(mediaType: 'CHAT' | 'SOCIAL', sessionId = newId()): Promise<string> {
  await deliver(subgraph.ctx, routingSubgraph.consumers ?? [], workRequested, {
    sessionId,
    conversationId: newId(),
    channel: 'any',
    account: 'main',
    mediaType,
    requestedAt: new Date(),
  })
  return (await WorkItems(subgraph.ctx.db).findOne({ sessionId }).lean())?._id ?? ''
}

test('why this agent and why not that one is answered as of the decision, by the graph', async () => {
  const workItemId = await request('CHAT')
  expect(await explain({ workItemId })).toBeNull()
  await presence(bo, 'AVAILABLE')
  await presence(ada, 'AVAILABLE')
  const offer = await until('an offer', () =>
    Reservations(subgraph.ctx.db).findOne({ workItemId, status: 'PENDING' }).lean(),
  )
  const why = await explain({ workItemId, agentId: 'bo' })
  expect(why).toMatchObject({
    reservationId: offer._id,
    agentId: 'ada',
    agent: { id: 'ada' },
    actorId: null,
    rule: 'ONLY_ELIGIBLE',
    ring: 0,
    candidates: [{ agent: { id: 'ada' }, outcome: 'CHOSEN' }],
    excluded: { unavailable: 0, lacksSkill: 1, noRoom: 0, passedOver: 0, held: 0 },
    whyNot: {
      agent: { id: 'bo' },
      reason: 'LACKS_SKILL',
      presence: 'AVAILABLE',
      missingSkills: [{ skillId: 'chat', minimumProficiency: 1, proficiency: null, expiredAt: null }],
    },
  })
  expect(why?.epoch).toBeGreaterThan(0)

  // The first decision is told as it was, whatever has happened since: Bo learns chat, Ada turns it down.
  await subgraph.query(
    supervisor,
    'mutation ($input: SaveAgentInput!) { saveAgent(input: $input) { userErrors { code } } }',
    { input: { id: 'bo', name: 'Bo', skills: [{ skillId: 'chat', proficiency: 2 }] } },
  )
  await rejectReservation(subgraph.ctx, offer._id, 'ada')
  const second = await until('the next offer', () =>
    Reservations(subgraph.ctx.db).findOne({ workItemId, status: 'PENDING' }).lean(),
  )
  expect(second.agentId).toBe('bo')
  expect(await explain({ workItemId, reservationId: offer._id, agentId: 'bo' })).toEqual(why)
  const turnedDown = await explain({ workItemId, agentId: 'ada' })
  expect(turnedDown).toMatchObject({ reservationId: second._id, agent: { id: 'bo' } })
  expect(turnedDown?.whyNot).toMatchObject({ reason: 'PASSED_OVER' })
  expect(Date.parse(turnedDown?.whyNot?.passedOverAt ?? '')).toBeGreaterThan(0)
  expect((await explain({ workItemId, agentId: 'nobody' }))?.whyNot).toMatchObject({
    agent: null,
    reason: 'NO_PROFILE',
  })
})

/** A contact that the core offers to nobody: who is there knows no social. */
async function unserved(sessionId?: string) {
  await presence(ada, 'AVAILABLE')
  await presence(bo, 'AVAILABLE')
  return request('SOCIAL', sessionId)
}

async function command(agent: typeof ada, text: string, variables: object): Promise<void> {
  const { data, errors } = await subgraph.query<Record<string, { userErrors?: object[] }>>(
    agent,
    text,
    variables as Record<string, unknown>,
  )
  expect(errors).toBeUndefined()
  expect(Object.values(data ?? {}).flatMap(({ userErrors }) => userErrors ?? [])).toEqual([])
}

const transfer =
  'mutation ($input: TransferWorkInput!) { transferWork(input: $input) { userErrors { code } } }'
const accept = 'mutation ($id: ID!) { acceptReservation(id: $id) { reservation { id } } }'

const offerOf = async (workItemId: string, agentId: string) =>
  until(`an offer to ${agentId}`, () =>
    Reservations(subgraph.ctx.db).findOne({ workItemId, agentId, status: 'PENDING' }).lean(),
  )

/** As an explanation tells of a person's decision. */
const byChoice = { epoch: null, ring: null, candidates: [], excluded: { lacksSkill: 0, unavailable: 0 } }

test('what people decide past the core is told with who did it: assigned, asked in, handed over, meant for one', async () => {
  const workItemId = await unserved()
  await command(
    supervisor,
    'mutation ($id: ID!) { assignWork(workItemId: $id, agentId: "ada") { userErrors { code } } }',
    { id: workItemId },
  )
  const assigned = await offerOf(workItemId, 'ada')
  const why = await explain({ workItemId, agentId: 'bo' })
  expect(why).toMatchObject({
    ...byChoice,
    rule: 'ASSIGNED',
    reservationId: assigned._id,
    agent: { id: 'ada' },
    actorId: 'sue',
    actor: null,
    whyNot: { agent: { id: 'bo' }, reason: 'NOT_MEANT', presence: 'AVAILABLE', missingSkills: [] },
  })
  expect((await explain({ workItemId, agentId: 'ada' }))?.whyNot?.reason).toBe('CHOSEN')
  expect((await explain({ workItemId, agentId: 'nobody' }))?.whyNot?.reason).toBe('NO_PROFILE')

  // Bo is asked in: the contact itself is Ada's as before, and Bo's reservation has its own reason.
  await command(ada, accept, { id: assigned._id })
  await command(ada, transfer, { input: { workItemId, kind: 'WARM', agentId: 'bo' } })
  const consult = await offerOf(workItemId, 'bo')
  expect(await explain({ workItemId, agentId: 'bo' })).toEqual(why)
  expect(await explain({ workItemId, reservationId: consult._id })).toMatchObject({
    ...byChoice,
    rule: 'CONSULTED',
    agent: { id: 'bo' },
    actor: { id: 'ada' },
  })

  await command(bo, accept, { id: consult._id })
  await command(ada, 'mutation ($id: ID!) { completeTransfer(workItemId: $id) { userErrors { code } } }', {
    id: workItemId,
  })
  const handedOver = { ...byChoice, rule: 'TRANSFERRED', agent: { id: 'bo' }, actor: { id: 'ada' } }
  expect(await explain({ workItemId })).toMatchObject({ ...handedOver, reservationId: consult._id })
  expect(await explain({ workItemId, reservationId: consult._id })).toMatchObject(handedOver)
  expect(await explain({ workItemId, reservationId: assigned._id, agentId: 'bo' })).toEqual(why)

  // Back to Ada in person by way of the line: the core's own decision, because Bo meant it for her.
  await command(bo, transfer, { input: { workItemId, kind: 'COLD', agentId: 'ada' } })
  const direct = await offerOf(workItemId, 'ada')
  expect(await explain({ workItemId, agentId: 'bo' })).toMatchObject({
    rule: 'DIRECT',
    reservationId: direct._id,
    agent: { id: 'ada' },
    actorId: 'bo',
    actor: { id: 'bo' },
    whyNot: { reason: 'NOT_MEANT' },
  })
})

test('who answers without an offer is told to have done so, with a routing profile or without', async () => {
  const sessionId = newId()
  const workItemId = await unserved(sessionId)
  expect(await explain({ workItemId })).toBeNull()
  const answer = { sessionId, agentId: 'zoe', answeredAt: new Date() }
  await deliver(subgraph.ctx, routingSubgraph.consumers ?? [], sessionAnswered, answer)
  expect(await explain({ workItemId, agentId: 'ada' })).toMatchObject({
    ...byChoice,
    rule: 'ANSWERED',
    reservationId: null,
    agentId: 'zoe',
    agent: null,
    actorId: 'zoe',
    whyNot: { agent: { id: 'ada' }, reason: 'NOT_MEANT' },
  })
})

test('it is for staff', async () => {
  const response = await subgraph.query(visitor, document, { workItemId: newId() })
  expect(codesOf(response)).toEqual(['FORBIDDEN'])
})
