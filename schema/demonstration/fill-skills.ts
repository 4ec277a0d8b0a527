import { skillGroups, skills, training } from './organisation.ts'
import { type Payload, refuse } from './refuse.ts'
import type { RouterClient } from './router-client.ts'

/** Makes the demonstration's skills that are missing: before queues and agents, which would name them by their ids. */
export async function fillSkills(client: RouterClient): Promise<number> {
  const existing = await client.graph<{ skills: Array<{ id: string }> }>('{ skills { id } }')
  const known = new Set(existing.skills.map(({ id }) => id))
  const missing = skills.filter(({ id }) => !known.has(id))
  for (const input of missing) {
    const { saveSkill } = await client.graph<{ saveSkill: Payload }>(
      'mutation ($input: SaveSkillInput!) { saveSkill(input: $input) { userErrors { field code message } } }',
      { input },
    )
    refuse(`skill ${input.id}`, saveSkill)
  }
  return missing.length
}

/** Makes the demonstration's groups, and proposes its training, where they are missing: behind its agents. */
export async function fillGroupsAndTraining(
  client: RouterClient,
  idsByEmail: ReadonlyMap<string, string>,
): Promise<number> {
  const existing = await client.graph<{
    skillGroups: Array<{ id: string }>
    trainingPlans: { nodes: object[] }
  }>(
    'query ($skillId: ID) { skillGroups { id } trainingPlans(skillId: $skillId, first: 1) { nodes { id } } }',
    {
      skillId: training.skillId,
    },
  )
  const known = new Set(existing.skillGroups.map(({ id }) => id))
  const missing = skillGroups.filter(({ id }) => !known.has(id))
  for (const { members, grants, ...group } of missing) {
    const { saveSkillGroup } = await client.graph<{ saveSkillGroup: Payload }>(
      'mutation ($input: SaveSkillGroupInput!) { saveSkillGroup(input: $input) { userErrors { field code message } } }',
      {
        input: {
          ...group,
          grants: Object.entries(grants).map(([skillId, proficiency]) => ({ skillId, proficiency })),
          agentIds: members.flatMap((email) => idsByEmail.get(email) ?? []),
        },
      },
    )
    refuse(`group ${group.id}`, saveSkillGroup)
  }
  if (existing.trainingPlans.nodes.length === 0) await propose(client)
  return missing.length
}

/** The first of the two proposals is accepted, so that an agent finds something to begin. */
async function propose(client: RouterClient): Promise<void> {
  const { proposeTrainingPlan } = await client.graph<{
    proposeTrainingPlan: Payload & { trainingPlan: { items: Array<{ id: string }> } | null }
  }>(
    `mutation ($input: ProposeTrainingPlanInput!) { proposeTrainingPlan(input: $input) {
      trainingPlan { items { id } } userErrors { field code message } } }`,
    { input: training },
  )
  refuse(`training in ${training.skillId}`, proposeTrainingPlan)
  const id = proposeTrainingPlan.trainingPlan?.items[0]?.id
  if (id)
    await client.graph('mutation ($id: ID!) { acceptTraining(id: $id) { trainingItem { id } } }', { id })
}
