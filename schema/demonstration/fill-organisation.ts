import { type DemonstrationArticle, variantsOf } from './article.ts'
import {
  accounts,
  articles,
  type DemonstrationAccount,
  type DemonstrationQueue,
  queues,
} from './organisation.ts'
import { fillGroupsAndTraining, fillSkills } from './fill-skills.ts'
import { type Payload, refuse } from './refuse.ts'
import type { RouterClient } from './router-client.ts'

/** What one run made; all zero when everything was there. */
export interface Filled {
  accounts: number
  skills: number
  groups: number
  queues: number
  agents: number
  articles: number
}

interface Existing {
  queues: Array<{ id: string }>
  agents: { nodes: Array<{ id: string }> }
}

/**
 * Makes what is missing of the demonstration organisation, by the public API alone. What is there stays as it is, so
 * that a second run changes nothing and nobody's edits are lost.
 * @param client signed in as an admin
 * @param password of the accounts that are made
 * @throws Error with the first refusal
 */
export async function fillOrganisation(client: RouterClient, password: string): Promise<Filled> {
  const [idsByEmail, existing, published] = await Promise.all([
    accountIds(client),
    client.graph<Existing>('{ queues { id } agents(first: 100) { nodes { id } } }'),
    publishedArticles(client),
  ])
  const knownQueues = new Set(existing.queues.map(({ id }) => id))
  const knownAgents = new Set(existing.agents.nodes.map(({ id }) => id))
  const filled: Filled = {
    accounts: 0,
    skills: await fillSkills(client),
    groups: 0,
    queues: 0,
    agents: 0,
    articles: 0,
  }

  for (const queue of queues.filter(({ id }) => !knownQueues.has(id))) {
    await saveQueue(client, queue)
    filled.queues++
  }
  for (const account of accounts) {
    const { email, name, roles } = account
    let id = idsByEmail.get(email)
    if (!id) {
      const made = await client.rest<{ account: { id: string } }>('POST', '/auth/accounts', {
        email,
        password,
        name,
        roles,
      })
      id = made.account.id
      idsByEmail.set(email, id)
      filled.accounts++
    }
    if (account.skills && !knownAgents.has(id)) {
      await saveAgent(client, id, account)
      filled.agents++
    }
  }
  filled.groups = await fillGroupsAndTraining(client, idsByEmail)
  for (const article of articles.filter(({ id }) => !published.has(id))) {
    await publish(client, article)
    filled.articles++
  }
  return filled
}

async function accountIds(client: RouterClient): Promise<Map<string, string>> {
  const listed = await client.rest<{ accounts: Array<{ id: string; email: string }> }>(
    'GET',
    '/auth/accounts',
  )
  return new Map(listed.accounts.map(({ email, id }) => [email, id]))
}

/** One query for all: each article under an alias of its own. */
async function publishedArticles(client: RouterClient): Promise<Set<string>> {
  const fields = articles.map(({ id }, at) => `a${at}: article(id: ${JSON.stringify(id)}) { id }`)
  const found = await client.graph<Record<string, { id: string } | null>>(`{ ${fields.join(' ')} }`)
  return new Set(Object.values(found).flatMap((article) => (article ? [article.id] : [])))
}

async function saveQueue(
  client: RouterClient,
  { requiredSkills, ...queue }: DemonstrationQueue,
): Promise<void> {
  const { saveQueue: payload } = await client.graph<{ saveQueue: Payload }>(
    'mutation ($input: SaveQueueInput!) { saveQueue(input: $input) { userErrors { field code message } } }',
    {
      input: {
        ...queue,
        requiredSkills: Object.entries(requiredSkills).map(([skillId, minimumProficiency]) => ({
          skillId,
          minimumProficiency,
        })),
      },
    },
  )
  refuse(`queue ${queue.id}`, payload)
}

async function saveAgent(
  client: RouterClient,
  id: string,
  { name, skills = {}, certifiedDays = {} }: DemonstrationAccount,
): Promise<void> {
  const inDays = (days: number | undefined) =>
    days === undefined ? {} : { expiresAt: new Date(Date.now() + days * 86_400_000).toISOString() }
  const { saveAgent: payload } = await client.graph<{ saveAgent: Payload }>(
    'mutation ($input: SaveAgentInput!) { saveAgent(input: $input) { userErrors { field code message } } }',
    {
      input: {
        id,
        name,
        skills: Object.entries(skills).map(([skillId, proficiency]) => ({
          skillId,
          proficiency,
          ...inDays(certifiedDays[skillId]),
        })),
      },
    },
  )
  refuse(`agent ${name}`, payload)
}

async function publish(client: RouterClient, article: DemonstrationArticle): Promise<void> {
  const { publishArticle: payload } = await client.graph<{ publishArticle: Payload }>(
    'mutation ($input: PublishArticleInput!) { publishArticle(input: $input) { userErrors { field code message } } }',
    { input: { id: article.id, keywords: article.keywords, variants: variantsOf(article) } },
  )
  refuse(`article ${article.id}`, payload)
}
