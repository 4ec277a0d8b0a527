import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import type { RoutingConfig } from './config.ts'
import { ada, codesOf, startRoutingGraph, supervisor } from './testing/routing-graph-under-test.ts'

let subgraph: TestSubgraph<RoutingConfig>
beforeAll(async () => {
  subgraph = await startRoutingGraph()
})
afterAll(() => subgraph.stop())

const save = `mutation ($input: SaveQueueInput!) { saveQueue(input: $input) {
  queue { id wrapUpLimit silentAfter maxWaiting overflowTo { id } whenOfferMissed serviceLevelGoal
    routingPolicy { steps { relaxAfter advance requiredSkills { minimumProficiency skill { id } } overflowQueues { id } } } }
  userErrors { field code } } }`

const orders = {
  id: 'orders',
  name: 'Orders',
  mediaTypes: ['SOCIAL'],
  requiredSkills: [{ skillId: 'orders', minimumProficiency: 4 }],
}

test('a supervisor sets up who may serve as time passes, and reads it back', async () => {
  const input = {
    ...orders,
    wrapUpLimit: null,
    silentAfter: 'PT5M',
    maxWaiting: 100,
    overflowTo: 'social',
    whenOfferMissed: 'KEEP',
    routingSteps: [
      {
        relaxAfter: 'PT30S',
        advance: 'PT20S',
        requiredSkills: [{ skillId: 'orders', minimumProficiency: 2 }],
        overflowQueueIds: ['social'],
      },
      { relaxAfter: 'PT1M', requiredSkills: [] },
    ],
  }
  const skill = { id: 'orders' }
  expect(await subgraph.query(supervisor, save, { input })).toEqual({
    data: {
      saveQueue: {
        queue: {
          id: 'orders',
          wrapUpLimit: null,
          silentAfter: 'PT5M',
          maxWaiting: 100,
          overflowTo: { id: 'social' },
          whenOfferMissed: 'KEEP',
          serviceLevelGoal: 0.8,
          routingPolicy: {
            steps: [
              {
                relaxAfter: 'PT0S',
                advance: 'PT0S',
                requiredSkills: [{ minimumProficiency: 4, skill }],
                overflowQueues: [],
              },
              {
                relaxAfter: 'PT30S',
                advance: 'PT20S',
                requiredSkills: [{ minimumProficiency: 2, skill }],
                overflowQueues: [{ id: 'social' }],
              },
              { relaxAfter: 'PT1M', advance: 'PT0S', requiredSkills: [], overflowQueues: [] },
            ],
          },
        },
        userErrors: [],
      },
    },
  })
  const plain = await subgraph.query(supervisor, save, { input: orders })
  expect(plain).toMatchObject({
    data: { saveQueue: { queue: { wrapUpLimit: 'PT10M', silentAfter: null, whenOfferMissed: 'AWAY' } } },
  })
})

test('a queue is removed by supervisors alone, who are told what stands against it', async () => {
  const remove = 'mutation ($id: ID!) { removeQueue(id: $id) { queue { id } userErrors { field code } } }'
  await subgraph.query(supervisor, save, {
    input: { ...orders, id: 'short', maxWaiting: 1, overflowTo: 'orders' },
  })
  expect(codesOf(await subgraph.query(ada, remove, { id: 'short' }))).toEqual(['FORBIDDEN'])
  expect(await subgraph.query(supervisor, remove, { id: 'orders' })).toEqual({
    data: { removeQueue: { queue: null, userErrors: [{ field: 'id', code: 'QUEUE_IN_USE' }] } },
  })
  expect(await subgraph.query(supervisor, remove, { id: 'short' })).toEqual({
    data: { removeQueue: { queue: { id: 'short' }, userErrors: [] } },
  })
  const left = await subgraph.query<{ queues: Array<{ id: string }> }>(supervisor, '{ queues { id } }')
  expect(left.data?.queues.map(({ id }) => id)).not.toContain('short')
})
