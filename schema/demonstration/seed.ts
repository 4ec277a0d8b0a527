/**
 * Fills the demonstration organisation and prints its sign-ins. `npm start` runs it once the router is ready; it can
 * be run again at any time.
 */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { ConfigError } from '#platform/config/config-error.ts'
import { loadConfig } from '#platform/config/load-config.ts'
import { fillOrganisation } from './fill-organisation.ts'
import { accounts, adminEmail } from './organisation.ts'
import { RouterClient } from './router-client.ts'

const seedConfig = z.object({
  /** The router's address; the one that `npm start` of this folder runs when left out. */
  ROUTER_URL: z.url().optional(),
  /** The admin's password, which the accounts that are made get too; the one that `npm start` keeps when left out. */
  DEMO_PASSWORD: z.string().min(10).optional(),
  DATA_DIR: z.string().default(fileURLToPath(new URL('../../.throughline/data', import.meta.url))),
})

async function seed(): Promise<void> {
  const { ROUTER_URL, DEMO_PASSWORD, DATA_DIR } = loadConfig(seedConfig)
  const kept = (name: string) =>
    readFile(resolve(DATA_DIR, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT')
        throw new Error('Nothing runs from this folder: start it by `npm start` first.')
      throw error
    })
  const url = ROUTER_URL ?? z.object({ url: z.url() }).parse(JSON.parse(await kept('running.json'))).url
  const password = DEMO_PASSWORD ?? (await kept('demonstration-password')).trim()
  const client = new RouterClient(url)
  await client.signIn(adminEmail, password)
  const {
    accounts: people,
    skills,
    groups,
    queues,
    agents,
    articles,
  } = await fillOrganisation(client, password)
  await client.signOut()
  if (people + skills + groups + queues + agents + articles > 0) {
    console.log(
      `Made ${people} accounts, ${skills} skills, ${groups} groups, ${queues} queues, ${agents} agents, ${articles} articles.`,
    )
  }
  console.log(`Sign in at ${url}/desk/ with the password ${password}`)
  const rows = [{ email: adminEmail, name: 'Administrator', roles: ['admin'] }, ...accounts]
  for (const { email, name, roles } of rows)
    console.log(`  ${email.padEnd(36)} ${name} (${roles.join(', ')})`)
}

seed().catch((error: unknown) => {
  console.error(
    error instanceof ConfigError ? error.message : `The demonstration was not filled: ${String(error)}`,
  )
  process.exit(1)
})
