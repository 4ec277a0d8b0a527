import { expect } from 'vitest'
import type { Viewer } from '#platform/identity/viewer.ts'
import { createTestSubgraph, type TestResponse, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import type { RoutingConfig } from '../config.ts'
import { routingSubgraph } from '../definition.ts'

export const supervisor: Viewer = { kind: 'staff', id: 'sue', name: 'Sue', roles: ['supervisor'] }
export const ada: Viewer = { kind: 'staff', id: 'ada', name: 'Ada', roles: ['agent'] }
export const bo: Viewer = { kind: 'staff', id: 'bo', name: 'Bo', roles: ['agent'] }
export const visitor: Viewer = { kind: 'visitor', id: 'visitor-1' }

/** The codes of an answer's errors. */
export const codesOf = (response: TestResponse<unknown>) =>
  response.errors?.map(({ extensions }) => extensions?.code)

/** A routing subgraph with two agents, Ada (chat) and Bo (social), and a queue for each skill. */
export async function startRoutingGraph(): Promise<TestSubgraph<RoutingConfig>> {
  const subgraph = await createTestSubgraph(routingSubgraph)
  for (const [id, name] of [
    ['ada', 'Ada'],
    ['bo', 'Bo'],
  ]) {
    const saved = await subgraph.query<{ saveAgent: { agent: object | null; userErrors: object[] } }>(
      supervisor,
      `mutation ($input: SaveAgentInput!) { saveAgent(input: $input) {
        agent { id presence capacity { total voice chat social email } skills { proficiency expiresAt skill { id name } } }
        userErrors { field code } } }`,
      { input: { id, name, skills: [{ skillId: id === 'ada' ? 'chat' : 'social', proficiency: 4 }] } },
    )
    expect(saved.errors).toBeUndefined()
    expect(saved.data?.saveAgent).toMatchObject({
      agent: { id, presence: 'OFFLINE', capacity: { total: 60, voice: 60, chat: 20, social: 12, email: 12 } },
      userErrors: [],
    })
  }
  const queue = `mutation ($input: SaveQueueInput!) { saveQueue(input: $input) { queue { id reservationTimeout } userErrors { field code } } }`
  for (const [id, mediaType] of [
    ['chats', 'CHAT'],
    ['social', 'SOCIAL'],
  ]) {
    const requiredSkills = [{ skillId: id === 'chats' ? 'chat' : 'social' }]
    const input = { id, name: id, mediaTypes: [mediaType], requiredSkills }
    expect(await subgraph.query(supervisor, queue, { input })).toMatchObject({
      data: { saveQueue: { queue: { id, reservationTimeout: 'PT30S' }, userErrors: [] } },
    })
  }
  return subgraph
}
