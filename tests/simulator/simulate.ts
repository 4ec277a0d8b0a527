import { randomBytes } from 'node:crypto'
import { Staff } from '../scenarios/staff.ts'
import { SimulatedAgent } from './agents.ts'
import { scripts } from './conversation-scripts.ts'
import type { ContactOutcome, ContactSetting } from './customers/contact.ts'
import { contactByPhone } from './customers/phone.ts'
import { contactByTelegram } from './customers/telegram.ts'
import { contactByWebChat } from './customers/web-chat.ts'
import { contactByWhatsapp } from './customers/whatsapp.ts'
import { GraphClient } from './graph-client.ts'
import type { SimulatedChannel, SimulatorOptions } from './options.ts'
import type { ProviderServers } from './provider-servers.ts'
import { Random } from './random.ts'
import { RenewedToken } from './renewed-token.ts'
import type { SystemToUse } from './system-to-use.ts'

const contactBy: Record<SimulatedChannel, (setting: ContactSetting) => Promise<ContactOutcome>> = {
  'web-chat': contactByWebChat,
  telegram: contactByTelegram,
  whatsapp: contactByWhatsapp,
  phone: contactByPhone,
}

/** What a simulation gave. */
export interface SimulationResult {
  outcomes: ContactOutcome[]
  agentErrors: string[]
  wallMs: number
}

/** Plays the customers and the agents until every contact is over. */
export async function simulate(
  system: SystemToUse,
  providers: ProviderServers,
  options: SimulatorOptions,
  progress: (done: number) => void = () => undefined,
): Promise<SimulationResult> {
  const random = new Random(options.seed)
  const agents = await hireAgents(system, options, random)
  // Each run has customers of its own: a second run with the same seed is a second day, not a repetition of ids.
  const firstPerson = Math.floor(Date.now() / 1000) % 1_000_000_000
  const accounts = [
    { channel: 'web-chat' as const, account: 'main', secret: '' },
    ...system.accounts.map((account) => ({ ...account, channel: account.channel as SimulatedChannel })),
  ]
  const outcomes: ContactOutcome[] = []
  const start = performance.now()
  const contacts: Array<Promise<void>> = []
  try {
    for (let count = 0; count < options.contacts; count++) {
      const channel = random.weighted(options.mix)
      const pause = random.between(200, 1200)
      const setting: ContactSetting = {
        baseUrl: system.url,
        accounts,
        providers,
        patienceMs: options['patience-seconds'] * 1000,
        script: random.pick(scripts),
        person: firstPerson + count,
        pauseMs: () => pause,
      }
      contacts.push(
        contactBy[channel](setting)
          .catch((error: unknown) => ({ channel, sent: 0, received: 0, failure: String(error) }))
          .then((outcome) => {
            outcomes.push(outcome)
            progress(outcomes.length)
          }),
      )
      const gap = random.exponential(60_000 / options.rate)
      if (count + 1 < options.contacts) await new Promise((done) => setTimeout(done, gap))
    }
    await Promise.all(contacts)
  } finally {
    await Promise.all(agents.map((agent) => agent.stop()))
  }
  return { outcomes, agentErrors: agents.flatMap((agent) => agent.errors), wallMs: performance.now() - start }
}

async function hireAgents(
  system: SystemToUse,
  options: SimulatorOptions,
  random: Random,
): Promise<SimulatedAgent[]> {
  const staff = new Staff(system.url)
  const adminToken = await staff.signIn(system.admin.email, system.admin.password)
  const admin = new GraphClient(system.url, adminToken)
  const { queues, skills } = await admin.request<{
    queues: Array<{ requiredSkills: Array<{ skill: { id: string } }> }>
    skills: Array<{ id: string }>
  }>('{ queues { requiredSkills { skill { id } } } skills { id } }')
  const needed = new Set([
    ...queues.flatMap(({ requiredSkills }) => requiredSkills.map(({ skill }) => skill.id)),
    ...skills.map(({ id }) => id),
  ])
  const agents: SimulatedAgent[] = []
  const run = randomBytes(4).toString('hex')
  for (let count = 1; count <= options.agents; count++) {
    const account = {
      email: `simulated-${run}-${count}@demo.throughline.dev`,
      name: `Simulated agent ${count}`,
      password: randomBytes(12).toString('base64url'),
      roles: ['agent'],
    }
    const { id } = await staff.createAccount(adminToken, account)
    await admin.request(
      'mutation ($input: SaveAgentInput!) { saveAgent(input: $input) { userErrors { code message } } }',
      {
        input: {
          id,
          name: account.name,
          skills: [...needed].map((skillId) => ({ skillId, proficiency: 3 })),
        },
      },
    )
    const meanThinkMs = options['handle-seconds'] * 1000
    const agent = new SimulatedAgent(
      system.url,
      await RenewedToken.of(staff, account.email, account.password),
      () => Math.min(random.exponential(meanThinkMs), meanThinkMs * 5),
    )
    await agent.start()
    agents.push(agent)
  }
  await admin.close()
  return agents
}
