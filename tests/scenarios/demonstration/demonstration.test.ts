import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillOrganisation } from '../../../schema/demonstration/fill-organisation.ts'
import { RouterClient } from '../../../schema/demonstration/router-client.ts'
import { type Organisation, startOrganisation } from '../organisation.ts'

let organisation: Organisation
beforeAll(async () => {
  organisation = await startOrganisation()
}, 60_000)
afterAll(() => organisation?.stop())

test('the demonstration is filled once, with skills, a group, and a training that an agent can begin', async () => {
  const client = new RouterClient(organisation.url)
  await client.signIn('admin@scenario.test', organisation.password)
  const made = await fillOrganisation(client, 'demonstration-1')
  expect(Object.values(made).every((count) => count > 0)).toBe(true)
  const again = await fillOrganisation(client, 'demonstration-1')
  expect(Object.values(again).every((count) => count === 0)).toBe(true)

  const { skillMatrix, trainingPlans } = await client.graph<{
    skillMatrix: {
      rows: Array<{ domain: string | null }>
      agents: { nodes: Array<{ name: string; skills: object[] }> }
    }
    trainingPlans: { nodes: Array<{ items: Array<{ state: string }> }> }
  }>(`{ skillMatrix { rows { domain } agents { nodes { name skills { source proficiency skill { id } } } } }
    trainingPlans { nodes { items { state } } } }`)
  expect(skillMatrix.rows.map(({ domain }) => domain)).toEqual([null, 'billing', 'technical'])
  for (const { name, skills } of skillMatrix.agents.nodes) {
    const vip = { source: 'GROUP', proficiency: 4, skill: { id: 'vip' } }
    expect(skills).toContainEqual({ source: 'BASIC', proficiency: 3, skill: { id: 'courtesy' } })
    if (name.startsWith('Ana')) expect(skills).toContainEqual(vip)
    if (name.startsWith('Jonas')) expect(skills).not.toContainEqual(vip)
  }
  expect(trainingPlans.nodes).toEqual([{ items: [{ state: 'ACCEPTED' }, { state: 'PROPOSED' }] }])
  await client.signOut()
})
