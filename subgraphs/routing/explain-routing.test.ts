import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { deliver } from '#platform/testkit/deliver.ts'
import type { TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { until } from '#platform/testkit/until.ts'
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
    reservationId: string
    epoch: number
    agent: { id: string }
    rule: string
    ring: number
    candidates: Array<{ agent: { id: string }; outcome: string; fit: number }>
    excluded: Record<string, number>
    whyNot: { reason: string; presence: string; missingSkills: object[]; passedOverAt: string } | null
  } | null
}

const document = `query ($workItemId: ID!, $reservationId: ID, $agentId: ID) {
  explainRouting(workItemId: $workItemId, reservationId: $reservationId, agentId: $agentId) {
    at reservationId epoch agent { id } rule ring
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

async function chat(): Promise<string> {
  const sessionId = newId()
  await deliver(subgraph.ctx, routingSubgraph.consumers ?? [], workRequested, {
    sessionId,
    conversationId: newId(),
    channel: 'web-chat',
    account: 'main',
    mediaType: 'CHAT',
    requestedAt: new Date(),
  })
  return (await WorkItems(subgraph.ctx.db).findOne({ sessionId }).lean())?._id ?? ''
}

test('why this agent and why not that one is answered as of the decision, by the graph', async () => {
  const workItemId = await chat()
  expect(await explain({ workItemId })).toBeNull()
  await presence(bo, 'AVAILABLE')
  await presence(ada, 'AVAILABLE')
  const offer = await until('an offer', () =>
    Reservations(subgraph.ctx.db).findOne({ workItemId, status: 'PENDING' }).lean(),
  )
  const why = await explain({ workItemId, agentId: 'bo' })
  expect(why).toMatchObject({
    reservationId: offer._id,
    agent: { id: 'ada' },
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

test('it is for staff', async () => {
  const response = await subgraph.query(visitor, document, { workItemId: newId() })
  expect(codesOf(response)).toEqual(['FORBIDDEN'])
})
