import { randomBytes } from 'node:crypto'
import { newId } from '#platform/ids/new-id.ts'
import { startSystem } from '../../platform/supervisor/start-system.ts'
import { GraphClient } from '../simulator/graph-client.ts'
import { ProviderServers } from '../simulator/provider-servers.ts'
import { demonstrationAccounts } from '../../schema/demonstration/channel-accounts.ts'
import { Staff } from './staff.ts'

/** A whole running system with an administrator, provider servers, and nothing else in it. */
export type Organisation = Awaited<ReturnType<typeof startOrganisation>>

/**
 * Starts stores, subgraphs and router as `npm start` does, in a folder and under names of its own.
 * @param env what is configured otherwise
 */
export async function startOrganisation(env: NodeJS.ProcessEnv = {}) {
  const password = randomBytes(12).toString('base64url')
  const providers = new ProviderServers()
  const accounts = demonstrationAccounts(await providers.listen(0))
  const clients: GraphClient[] = []
  const system = await startSystem({
    env: {
      NAME_PREFIX: `scenario-${newId().slice(-12)}`,
      BOOTSTRAP_ADMIN_EMAIL: 'admin@scenario.test',
      BOOTSTRAP_ADMIN_PASSWORD: password,
      CHANNEL_ACCOUNTS: JSON.stringify(accounts),
      ...env,
    },
  })
  const staff = new Staff(system.url)
  const admin = await staff.signIn('admin@scenario.test', password)

  const connect = (token: string) => {
    const client = new GraphClient(system.url, token)
    clients.push(client)
    return client
  }
  return {
    url: system.url,
    system,
    providers,
    accounts,
    /** The administrator's password; the e-mail is admin@scenario.test. */
    password,
    /** The administrator's connection. */
    admin: connect(admin),
    /** Makes an agent who has the given skills, and signs them in. */
    async hireAgent(name: string, skills: string[]) {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@scenario.test`
      const agentPassword = randomBytes(12).toString('base64url')
      const { id } = await staff.createAccount(admin, {
        email,
        name,
        password: agentPassword,
        roles: ['agent'],
      })
      const client = connect(admin)
      await client.request(
        'mutation ($input: SaveAgentInput!) { saveAgent(input: $input) { userErrors { code } } }',
        {
          input: { id, name, skills: skills.map((skillId) => ({ skillId, proficiency: 3 })) },
        },
      )
      return { id, email, password: agentPassword, client: connect(await staff.signIn(email, agentPassword)) }
    },
    /** Makes a queue that serves these media types. */
    async openQueue(id: string, mediaTypes: string[], skillId: string) {
      await connect(admin).request(
        'mutation ($input: SaveQueueInput!) { saveQueue(input: $input) { userErrors { code } } }',
        {
          input: { id, name: id, mediaTypes, requiredSkills: [{ skillId, minimumProficiency: 1 }] },
        },
      )
    },
    /** A new visitor of the web chat. */
    visitor: async () => connect(await staff.visitorToken()),
    async stop() {
      await Promise.all(clients.map((client) => client.close()))
      await system.stop()
      await providers.close()
    },
  }
}
