import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeCallsOf } from '#platform/testkit/store-calls.ts'
import type { TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import type { RoutingConfig } from './config.ts'
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

const matrixDocument = `{ skillMatrix { at rows { domain cells { mediaType agentsByProficiency available } }
  others { skill { id kind } agentsByProficiency }
  agents(first: 100) { nodes { id capacity { total } skills { source proficiency skill { id } } ownSkills { skill { id } } } } }
  skillGroups { id grants { proficiency skill { id name } } members { id skills { skill { id } } } } }`

interface Saved {
  userErrors: Array<{ field: string | null; code: string }>
}
const save = async (kind: 'Skill' | 'SkillGroup' | 'Agent', input: object): Promise<Saved> => {
  const saved = await subgraph.query<Record<string, Saved>>(
    supervisor,
    `mutation ($input: Save${kind}Input!) { save${kind}(input: $input) { userErrors { field code } } }`,
    { input },
  )
  expect(saved.errors).toBeUndefined()
  const payload = saved.data?.[`save${kind}`]
  if (!payload) throw new Error(`save${kind} gave nothing`)
  return payload
}

test('the matrix shows channels and domains with groups and basics, and costs as many reads for many as for few', async () => {
  await save('Skill', { id: 'billing', name: 'Billing', kind: 'DOMAIN', domain: 'billing' })
  await save('Skill', { id: 'zh', name: 'Chinese', kind: 'LANGUAGE', basicProficiency: 1 })
  await save('SkillGroup', {
    id: 'bills',
    name: 'Bills',
    grants: [{ skillId: 'billing', proficiency: 2 }],
    agentIds: ['ada', 'bo'],
  })
  interface Matrix {
    skillMatrix: {
      rows: Array<{ domain: string | null; cells: object[] }>
      others: object[]
      agents: { nodes: Array<{ id: string; skills: object[]; ownSkills: object[] }> }
    }
    skillGroups: object[]
  }
  const { data, errors } = await subgraph.query<Matrix>(supervisor, matrixDocument)
  expect(errors).toBeUndefined()
  expect(data?.skillMatrix.rows.map(({ domain }) => domain)).toEqual([null, 'billing'])
  expect(data?.skillMatrix.rows[1]?.cells).toEqual([
    { mediaType: 'VOICE', agentsByProficiency: [0, 0, 0, 0, 0], available: 0 },
    { mediaType: 'CHAT', agentsByProficiency: [0, 1, 0, 0, 0], available: 0 },
    { mediaType: 'SOCIAL', agentsByProficiency: [0, 1, 0, 0, 0], available: 0 },
    { mediaType: 'EMAIL', agentsByProficiency: [0, 0, 0, 0, 0], available: 0 },
  ])
  expect(data?.skillMatrix.others).toEqual([
    { skill: { id: 'zh', kind: 'LANGUAGE' }, agentsByProficiency: [2, 0, 0, 0, 0] },
  ])
  expect(data?.skillMatrix.agents.nodes[0]).toMatchObject({
    id: 'ada',
    skills: [
      { source: 'GROUP', proficiency: 2, skill: { id: 'billing' } },
      { source: 'OWN', proficiency: 4, skill: { id: 'chat' } },
      { source: 'BASIC', proficiency: 1, skill: { id: 'zh' } },
    ],
    ownSkills: [{ skill: { id: 'chat' } }],
  })
  expect(data?.skillGroups).toMatchObject([{ id: 'bills', members: [{ id: 'ada' }, { id: 'bo' }] }])
  const cell = await subgraph.query(
    supervisor,
    `{ skillMatrix { agents(domain: "billing", mediaType: CHAT, minimumProficiency: 2) { nodes { id } } } }`,
  )
  expect(cell).toEqual({ data: { skillMatrix: { agents: { nodes: [{ id: 'ada' }] } } } })

  const readsOf = async () => {
    // Loops read beside it; of several tries the least is the matrix's own.
    const tries: string[][] = []
    for (let n = 0; n < 5; n += 1) {
      const calls = await storeCallsOf(() => subgraph.query(supervisor, matrixDocument))
      tries.push(calls.filter((call) => /^(agents|skills|skillGroups)\./.test(call)))
    }
    return tries.reduce((least, calls) => (calls.length < least.length ? calls : least)).length
  }
  const few = await readsOf()
  const more = Array.from({ length: 12 }, (_, n) => `more-${n}`)
  for (const id of more)
    await save('Agent', { id, name: id, skills: [{ skillId: `s-${id}`, proficiency: 1 }] })
  for (const id of more)
    await save('SkillGroup', {
      id,
      name: id,
      grants: [{ skillId: 'billing', proficiency: 1 }],
      agentIds: more,
    })
  const many = await readsOf()
  expect(few).toBeGreaterThan(4)
  // Loads of one kind may fall into two turns; without batches it would be dozens more.
  expect(many).toBeLessThanOrEqual(few + 1)
})

test('a capacity that can not be is refused by its field; a call takes all when nothing is said of it', async () => {
  const agent = { id: 'cap', name: 'Cap', skills: [] }
  expect(await save('Agent', { ...agent, capacity: { total: 10 } })).toEqual({
    userErrors: [
      { field: 'capacity.chat', code: 'OUT_OF_RANGE' },
      { field: 'capacity.social', code: 'OUT_OF_RANGE' },
      { field: 'capacity.email', code: 'OUT_OF_RANGE' },
    ],
  })
  await save('Agent', { ...agent, capacity: { total: 80 } })
  expect(await subgraph.query(supervisor, '{ agent(id: "cap") { capacity { total voice chat } } }')).toEqual({
    data: { agent: { capacity: { total: 80, voice: 80, chat: 20 } } },
  })
})

const itemFields =
  'trainingItem { id state overdue fromLevel agent { id } skill { id } plan { id items { agent { id } } } history { by state } } userErrors { field code }'

test('a plan is proposed to the best, its agents see their own part alone and begin it, and only supervisors manage', async () => {
  await save('Skill', { id: 'refunds', name: 'Refunds', kind: 'DOMAIN', domain: 'refunds' })
  await save('Agent', {
    id: 'ada',
    name: 'Ada',
    skills: [
      { skillId: 'chat', proficiency: 4 },
      { skillId: 'refunds', proficiency: 1 },
    ],
  })
  const candidates = await subgraph.query<{ trainingCandidates: Array<{ agent: { id: string } }> }>(
    supervisor,
    '{ trainingCandidates(skillId: "refunds", targetLevel: 3, first: 2) { agent { id } score currentLevel adjacency fairness } }',
  )
  expect(candidates.data?.trainingCandidates[0]).toMatchObject({
    agent: { id: 'ada' },
    currentLevel: 1,
    adjacency: 1,
  })
  const proposed = await subgraph.query<{
    proposeTrainingPlan: { trainingPlan: { id: string; items: Array<{ id: string; agent: { id: string } }> } }
  }>(
    supervisor,
    `mutation ($input: ProposeTrainingPlanInput!) { proposeTrainingPlan(input: $input) {
      trainingPlan { id targetLevel proposedBy gap { severity } items { id score agent { id } } } userErrors { field code } } }`,
    { input: { skillId: 'refunds', targetLevel: 3, places: 3 } },
  )
  expect(proposed.errors).toBeUndefined()
  const plan = proposed.data?.proposeTrainingPlan.trainingPlan
  expect(plan).toMatchObject({ targetLevel: 3, proposedBy: 'Sue', gap: null })
  expect(plan?.items).toHaveLength(3)
  const id = plan?.items.find(({ agent }) => agent.id === 'ada')?.id

  const step = (name: string, viewer = supervisor, more = '') =>
    subgraph.query(viewer, `mutation ($id: ID!) { ${name}Training(id: $id${more}) { ${itemFields} } }`, {
      id,
    })
  for (const [name, more] of [
    ['accept', ''],
    ['return', ', reason: "x"'],
    ['cancel', ', reason: "x"'],
  ] as const) {
    expect(codesOf(await step(name, ada, more))).toEqual(['FORBIDDEN'])
  }
  expect(codesOf(await step('start', ada))).toEqual(['TRAINING_STATE_CHANGED'])
  expect(codesOf(await step('decline', bo, ', reason: "x"'))).toEqual(['NOT_FOUND'])
  expect(codesOf(await step('start', visitor))).toEqual(['FORBIDDEN'])
  expect(await step('accept')).toMatchObject({
    data: { acceptTraining: { trainingItem: { state: 'ACCEPTED' } } },
  })
  expect(await step('start', ada)).toEqual({
    data: {
      startTraining: {
        trainingItem: {
          id,
          state: 'IN_PROGRESS',
          overdue: false,
          fromLevel: 1,
          agent: { id: 'ada' },
          skill: { id: 'refunds' },
          plan: { id: plan?.id, items: [{ agent: { id: 'ada' } }] },
          history: [
            { by: 'Sue', state: 'PROPOSED' },
            { by: 'Sue', state: 'ACCEPTED' },
            { by: 'Ada', state: 'IN_PROGRESS' },
          ],
        },
        userErrors: [],
      },
    },
  })
  const mine = '{ myTrainings { nodes { id agent { id } } pageInfo { hasNextPage } } }'
  expect(await subgraph.query(ada, mine)).toMatchObject({ data: { myTrainings: { nodes: [{ id }] } } })
  expect(await subgraph.query(supervisor, mine)).toMatchObject({ data: { myTrainings: { nodes: [] } } })
  expect(
    await subgraph.query(supervisor, '{ trainingPlans(skillId: "refunds") { nodes { id reason } } }'),
  ).toEqual({
    data: { trainingPlans: { nodes: [{ id: plan?.id, reason: 'GAP' }] } },
  })
})

test('agents and visitors manage no skills, and see no gaps, matrices or plans', async () => {
  const documents = [
    '{ skillGroups { id } }',
    '{ skillMatrix { at } }',
    '{ skillGaps { countedAt } }',
    '{ trainingCandidates(skillId: "chat") { score } }',
    '{ trainingPlan(id: "p") { id } }',
    '{ trainingPlans { nodes { id } } }',
    'mutation { saveSkill(input: { id: "x", name: "X", kind: SPECIAL }) { skill { id } } }',
    'mutation { removeSkill(id: "chat") { removedId } }',
    'mutation { saveSkillGroup(input: { id: "x", name: "X", grants: [], agentIds: ["ada"] }) { skillGroup { id } } }',
    'mutation { removeSkillGroup(id: "bills") { removedId } }',
    'mutation { proposeTrainingPlan(input: { skillId: "chat", places: 1 }) { trainingPlan { id } } }',
    'mutation { certifyTraining(input: { id: "x" }) { trainingItem { id } } }',
  ]
  for (const document of documents) {
    for (const viewer of [ada, visitor]) {
      expect([document, codesOf(await subgraph.query(viewer, document))]).toEqual([document, ['FORBIDDEN']])
    }
  }
  expect(codesOf(await subgraph.query(visitor, '{ myTrainings { nodes { id } } }'))).toEqual(['FORBIDDEN'])
})
