import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import type { RoutingConfig } from './config.ts'

import { ada, codesOf, startRoutingGraph, supervisor, visitor } from './testing/routing-graph-under-test.ts'

let subgraph: TestSubgraph<RoutingConfig>
beforeAll(async () => {
  subgraph = await startRoutingGraph()
})
afterAll(() => subgraph.stop())

test('visitors see nothing of routing, agents do not administer, and staff without a profile are told so', async () => {
  for (const document of [
    '{ queues { id } }',
    '{ me { id } }',
    '{ queueBoard { at } }',
    '{ agents { nodes { id } } }',
  ]) {
    expect(codesOf(await subgraph.query(visitor, document))).toEqual(['FORBIDDEN'])
  }
  const save = `mutation { saveSlaPolicy(input: { id: "p", name: "P", mediaType: CHAT, metric: FIRST_RESPONSE, target: "PT2S", warnBefore: "PT1S" }) { slaPolicy { id } userErrors { code field } } }`
  expect(codesOf(await subgraph.query(ada, save))).toEqual(['FORBIDDEN'])
  expect(await subgraph.query(supervisor, save)).toMatchObject({
    data: { saveSlaPolicy: { slaPolicy: null, userErrors: [{ code: 'DUPLICATE_POLICY', field: null }] } },
  })
  expect(await subgraph.query(supervisor, '{ me { id } }')).toEqual({ data: { me: null } })
  expect(
    codesOf(await subgraph.query(supervisor, 'mutation { setPresence(status: AVAILABLE) { agent { id } } }')),
  ).toEqual(['NO_ROUTING_PROFILE'])
  const refused = await subgraph.subscribe(supervisor, 'subscription { agentInbox { agent { id } } }').next()
  expect(codesOf(refused.value)).toEqual(['NO_ROUTING_PROFILE'])
})

test('forms are told what to mend, field by field', async () => {
  const policy = (fields: string) =>
    subgraph.query(
      supervisor,
      `mutation { saveSlaPolicy(input: { id: "calm", name: "Calm", mediaType: CHAT, metric: FIRST_RESPONSE, ${fields} }) { slaPolicy { id target } userErrors { code field } } }`,
    )
  const refusedAt = (...userErrors: object[]) => ({
    data: { saveSlaPolicy: { slaPolicy: null, userErrors } },
  })
  expect(await policy('target: "PT1M", warnBefore: "PT1M"')).toEqual(
    refusedAt({ code: 'OUT_OF_RANGE', field: 'warnBefore' }),
  )
  expect(await policy('target: "PT0S", warnBefore: "PT0S", queueId: "nowhere"')).toEqual(
    refusedAt({ code: 'OUT_OF_RANGE', field: 'target' }, { code: 'NOT_FOUND', field: 'queueId' }),
  )
  expect(await policy('target: "PT10M", warnBefore: "PT1M", queueId: "chats"')).toMatchObject({
    data: { saveSlaPolicy: { slaPolicy: { id: 'calm', target: 'PT10M' }, userErrors: [] } },
  })
  expect(
    await subgraph.query(supervisor, '{ slaPolicies { id queueId target warnBefore } skills { id } }'),
  ).toMatchObject({
    data: {
      slaPolicies: expect.arrayContaining([
        expect.objectContaining({ id: 'default-voice', target: 'PT20S' }),
      ]),
    },
  })
  const agent = await subgraph.query(
    supervisor,
    `mutation { saveAgent(input: { id: "a b", name: " ", skills: [{ skillId: "x", proficiency: 6 }, { skillId: "x", proficiency: 1 }] }) { agent { id } userErrors { code field } } }`,
  )
  expect(agent).toEqual({
    data: {
      saveAgent: {
        agent: null,
        userErrors: [
          { code: 'INVALID_ID', field: 'id' },
          { code: 'INVALID_NAME', field: 'name' },
          { code: 'OUT_OF_RANGE', field: 'skills.0' },
          { code: 'DUPLICATE', field: 'skills.1' },
        ],
      },
    },
  })
})
