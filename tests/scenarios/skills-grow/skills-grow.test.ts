import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Organisation, startOrganisation } from '../organisation.ts'

let organisation: Organisation
beforeAll(async () => {
  organisation = await startOrganisation({ ROUTING_COUNT_DEMAND_MS: '1000' })
}, 60_000)
afterAll(() => organisation?.stop())

interface Gaps {
  skillGaps: {
    nodes: Array<{
      skill: { id: string }
      severity: string
      missingAgents: number
      openTrainings: number
      demand: { arrivals: number; slaMissed: number; waiting: number }
      supply: { holders: number }
    }>
  }
}
interface Inbox {
  agentInbox: { offers: Array<{ workItem: { id: string; session: { id: string } } }> }
}

async function gap() {
  const { skillGaps } = await organisation.admin.request<Gaps>(
    `{ skillGaps(window: LAST_24_HOURS) { nodes { skill { id } severity missingAgents openTrainings
      demand { arrivals slaMissed waiting } supply { holders } } } }`,
  )
  return skillGaps.nodes.find(({ skill }) => skill.id === 'returns')
}

const patiently = { timeout: 60_000, interval: 250 }

test('contacts that nobody can serve show as a gap, the gap becomes a training, and its certification brings the next of them to that agent', async () => {
  await organisation.openQueue('returns-chats', ['CHAT'], 'returns')
  const policy = { mediaType: 'CHAT', queueId: 'returns-chats', metric: 'FIRST_RESPONSE' }
  await organisation.admin.request(
    'mutation ($input: SaveSlaPolicyInput!) { saveSlaPolicy(input: $input) { userErrors { code } } }',
    { input: { id: 'quick', name: 'Quick', ...policy, target: 'PT2S', warnBefore: 'PT1S' } },
  )
  const ana = await organisation.hireAgent('Ana', ['chat'])
  const offers: Inbox['agentInbox']['offers'] = []
  const leave = ana.client.subscribe<Inbox>(
    'subscription { agentInbox { offers { workItem { id session { id } } } } }',
    {},
    ({ agentInbox }) => offers.push(...agentInbox.offers),
    (error) => console.error('agentInbox', error),
  )
  await ana.client.request('mutation { setPresence(status: AVAILABLE) { agent { id } } }')
  for (let n = 0; n < 5; n += 1) {
    const visitor = await organisation.visitor()
    await visitor.request(
      'mutation ($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) { userErrors { code } } }',
      { input: { text: 'I want to send it back', clientMessageId: `return-${n}` } },
    )
  }
  await vi.waitFor(
    async () =>
      expect(await gap()).toMatchObject({
        severity: 'CRITICAL',
        missingAgents: 1,
        openTrainings: 0,
        demand: { arrivals: 5, slaMissed: 5, waiting: 5 },
        supply: { holders: 0 },
      }),
    patiently,
  )
  expect(offers).toEqual([])

  const { proposeTrainingPlan: proposed } = await organisation.admin.request<{
    proposeTrainingPlan: {
      trainingPlan: { gap: object; items: Array<{ id: string; agent: { id: string } }> }
      userErrors: object[]
    }
  }>(
    `mutation { proposeTrainingPlan(input: { skillId: "returns", window: LAST_24_HOURS }) {
      trainingPlan { gap { severity arrivals slaMissed missingAgents } items { id agent { id } } } userErrors { code } } }`,
  )
  expect(proposed.userErrors).toEqual([])
  expect(proposed.trainingPlan.gap).toEqual({
    severity: 'CRITICAL',
    arrivals: 5,
    slaMissed: 5,
    missingAgents: 1,
  })
  expect(proposed.trainingPlan.items.map(({ agent }) => agent.id)).toEqual([ana.id])
  const id = proposed.trainingPlan.items[0]?.id
  expect(await gap()).toMatchObject({ openTrainings: 1 })

  const step = (client: Organisation['admin'], name: string) =>
    client.request(`mutation ($id: ID!) { ${name}Training(id: $id) { trainingItem { state } } }`, { id })
  await step(organisation.admin, 'accept')
  await step(ana.client, 'start')
  await step(ana.client, 'submit')
  expect(offers).toEqual([])
  const validUntil = new Date(Date.now() + 365 * 86_400_000).toISOString()
  const certified = await organisation.admin.request(
    `mutation ($input: CertifyTrainingInput!) { certifyTraining(input: $input) {
      trainingItem { state certification { proficiency validUntil } agent { skills { proficiency expiresAt skill { id } } } }
      userErrors { code } } }`,
    { input: { id, proficiency: 3, validUntil } },
  )
  expect(certified).toMatchObject({
    certifyTraining: {
      trainingItem: {
        state: 'CERTIFIED',
        certification: { proficiency: 3, validUntil },
        agent: {
          skills: [
            { skill: { id: 'chat' } },
            { skill: { id: 'returns' }, proficiency: 3, expiresAt: validUntil },
          ],
        },
      },
    },
  })

  const { queue } = await organisation.admin.request<{
    queue: { waiting: { nodes: Array<{ id: string }> } }
  }>('{ queue(id: "returns-chats") { waiting(first: 5) { nodes { id } } } }')
  await vi.waitFor(() => expect(offers.length).toBeGreaterThan(0), patiently)
  leave()
  // The one that was due first.
  expect(offers[0]?.workItem.id).toBe(queue.waiting.nodes[0]?.id)
  await vi.waitFor(
    async () => expect(await gap()).toMatchObject({ missingAgents: 0, supply: { holders: 1 } }),
    patiently,
  )
}, 240_000)
